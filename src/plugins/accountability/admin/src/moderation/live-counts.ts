import type { QueueCounts } from '../../../shared/moderation-contract';

/** What stands around: the browser, or a test. */
export interface Surroundings {
  isHidden(): boolean;
  /** Calls back when the page is shown again. @returns what ends that */
  onShown(listener: () => void): () => void;
  /** Calls back when somebody does something on the page. @returns what ends that */
  onUsed(listener: () => void): () => void;
  now(): number;
}

/** How often counts are asked for, and how long after the last sign of somebody that ends. */
export interface Pace {
  readonly everyMs: number;
  readonly idleAfterMs: number;
}

/**
 * Counts that are kept up to date for as long as somebody keeps them: asked for again after a while, not while the
 * page is hidden or nobody is at it, and at once when somebody is there again. Each question prolongs the session:
 * a panel that was left open would otherwise never be logged out. A question that fails leaves the former counts.
 */
export function liveCounts({ everyMs, idleAfterMs }: Pace, { isHidden, onShown, onUsed, now }: Surroundings) {
  let counts: QueueCounts | null = null;
  let askedAt = -Infinity;
  let usedAt = -Infinity;
  let keepers = 0;
  let end: (() => void) | null = null;
  let question: () => Promise<QueueCounts> = () => Promise.reject(new Error('Nobody asks'));
  const listeners = new Set<() => void>();

  const ask = async (): Promise<void> => {
    askedAt = now();
    const answer = await question().catch(() => counts);
    if (answer === counts) return;
    counts = answer;
    listeners.forEach((listener) => listener());
  };
  const askIfDue = (): void => {
    const isIdle = now() - usedAt >= idleAfterMs;
    if (!isHidden() && !isIdle && now() - askedAt >= everyMs) void ask();
  };
  const use = (): void => {
    usedAt = now();
    askIfDue();
  };
  const begin = (): (() => void) => {
    // The page has just been opened.
    usedAt = now();
    const timer = setInterval(askIfDue, everyMs);
    const ends = [onShown(use), onUsed(use)];
    return () => {
      clearInterval(timer);
      ends.forEach((end) => end());
    };
  };

  return {
    read: (): QueueCounts | null => counts,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Keeps the counts up to date. @returns what ends it */
    keep(how: () => Promise<QueueCounts>): () => void {
      question = how;
      keepers += 1;
      end ??= begin();
      askIfDue();
      return () => {
        keepers -= 1;
        if (keepers > 0) return;
        end?.();
        end = null;
      };
    },
    /** Asks at once: something has just been decided. */
    refresh: (): Promise<void> => ask(),
  };
}
