/** After this long without a sign of life an attempt is taken to be dead. */
export const SILENT_AFTER_MS = 2 * 60 * 1000;

export interface Attempt {
  readonly id: number;
  readonly name: string;
  readonly host: string;
  readonly process: number;
  readonly seen: string | number | Date;
}

/** What decides whether an attempt is dead. */
export interface Surroundings {
  readonly now: Date;
  readonly host: string;
  readonly process: number;
  /** Names of the attempts of this process. */
  readonly own: ReadonlySet<string>;
  /** Whether a process of this machine is alive. */
  isAlive(process: number): boolean;
}

/**
 * Whether nobody works on an attempt any more: it gave no sign of life for long, or its process on this machine is
 * gone. A container that starts anew has the number of the one before: what is not this process's own is dead. Pure.
 */
export function isAbandoned(attempt: Attempt, { now, host, process, own, isAlive }: Surroundings): boolean {
  if (now.getTime() - new Date(attempt.seen).getTime() > SILENT_AFTER_MS) return true;
  if (attempt.host !== host) return false;
  return attempt.process === process ? !own.has(attempt.name) : !isAlive(attempt.process);
}
