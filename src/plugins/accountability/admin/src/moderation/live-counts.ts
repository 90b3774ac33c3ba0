import type { QueueCounts } from '../../../shared/moderation-contract';

/** The environment: the browser, or a test. */
export interface Environment {
  isHidden(): boolean;
  /**
   * Subscribes to the page becoming visible.
   * @returns the unsubscribe function
   */
  onShown(listener: () => void): () => void;
  /**
   * Subscribes to user activity on the page.
   * @returns the unsubscribe function
   */
  onUsed(listener: () => void): () => void;
  now(): number;
}

/** Polling interval, and time without activity after which polling stops. */
export interface Pace {
  readonly everyMs: number;
  readonly idleAfterMs: number;
}

/**
 * Polls the counts while there are subscribers: not while the page is hidden or the user is idle, and at once when
 * the user returns. Each request prolongs the session: with unconditional polling an unattended panel would never
 * be logged out. A failed request keeps the former counts.
 */
export function liveCounts({ everyMs, idleAfterMs }: Pace, { isHidden, onShown, onUsed, now }: Environment) {
  let counts: QueueCounts | null = null;
  let askedAt = -Infinity;
  let usedAt = -Infinity;
  let subscriberCount = 0;
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
  const pollIfDue = (): void => {
    const isIdle = now() - usedAt >= idleAfterMs;
    if (!isHidden() && !isIdle && now() - askedAt >= everyMs) void ask();
  };
  const use = (): void => {
    usedAt = now();
    pollIfDue();
  };
  const begin = (): (() => void) => {
    // The page has just been opened.
    usedAt = now();
    const timer = setInterval(pollIfDue, everyMs);
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
    /**
     * Subscribes to the counts.
     * @returns the unsubscribe function
     */
    keep(how: () => Promise<QueueCounts>): () => void {
      question = how;
      subscriberCount += 1;
      end ??= begin();
      pollIfDue();
      return () => {
        subscriberCount -= 1;
        if (subscriberCount > 0) return;
        end?.();
        end = null;
      };
    },
    /** Refreshes at once, after a decision. */
    refresh: (): Promise<void> => ask(),
  };
}
