/** An attempt without a heartbeat for this long counts as abandoned. */
export const SILENT_AFTER_MS = 2 * 60 * 1000;

export interface Attempt {
  readonly id: number;
  readonly name: string;
  readonly host: string;
  readonly process: number;
  readonly seen: string | number | Date;
}

/** What decides whether an attempt is abandoned. */
export interface ProcessContext {
  readonly now: Date;
  readonly host: string;
  readonly process: number;
  /** Ids of the attempts of this process. */
  readonly own: ReadonlySet<string>;
  /** Whether a process of this machine is alive. */
  isAlive(process: number): boolean;
}

/**
 * Whether an attempt is abandoned: its heartbeat stopped, or its process on this machine has ended. A restarted
 * container reuses process ids: an attempt with this process's id that is not its own is abandoned. Pure.
 */
export function isAbandoned(attempt: Attempt, { now, host, process, own, isAlive }: ProcessContext): boolean {
  if (now.getTime() - new Date(attempt.seen).getTime() > SILENT_AFTER_MS) return true;
  if (attempt.host !== host) return false;
  return attempt.process === process ? !own.has(attempt.name) : !isAlive(attempt.process);
}
