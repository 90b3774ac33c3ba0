import type { QueueCounts } from '../../../shared/moderation-contract';

/** What stands around: the browser, or a test. */
export interface Surroundings {
  isHidden(): boolean;
  /** Calls back when the page is shown again. @returns what ends that */
  onShown(listener: () => void): () => void;
  now(): number;
}

/**
 * Counts that are kept up to date for as long as somebody keeps them: asked for again after a while, not while the
 * page is hidden, and at once when it is shown again. A question that fails leaves the former counts.
 */
export function liveCounts(everyMs: number, { isHidden, onShown, now }: Surroundings) {
  let counts: QueueCounts | null = null;
  let askedAt = -Infinity;
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
    if (!isHidden() && now() - askedAt >= everyMs) void ask();
  };
  const begin = (): (() => void) => {
    const timer = setInterval(askIfDue, everyMs);
    const notShown = onShown(askIfDue);
    return () => {
      clearInterval(timer);
      notShown();
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
