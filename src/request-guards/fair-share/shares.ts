/** Limits of one visitor. */
export interface ShareLimits {
  /** Concurrent requests while nobody else is present. */
  readonly atOnce: number;
  /** Waiting requests. */
  readonly waiting: number;
  /** Longest wait before a request is refused. */
  readonly maxWaitMs: number;
}

/** More requests are waiting than the limit. */
export class ShareExhausted extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('too many requests at a time');
  }
}

/** Called when a request is done. `isExpensive`: it is known to have been expensive, whatever else was running. */
export type Release = (isExpensive?: boolean) => void;

/** Visitors count as present for this time after a request. */
const PRESENT_MS = 1_000;
/** A visitor with longer requests gets no second one concurrently. */
const LONG_MS = 200;
/** Concurrent requests of an unknown visitor. */
const INITIAL_WIDTH = 2;
const MAX_PAUSE_MS = 30_000;
/**
 * The pause after a long request of a visitor who seems to be alone. A process that is never idle accepts one new
 * connection between two long steps: the presence of others would not be noticed.
 */
const MIN_PAUSE_MS = 50;
/** Maximum number of inactive visitors in memory. */
const MAX_SHARES = 1_000;
/** Retry-After of refused requests. */
const RETRY_SECONDS = 5;

interface Waiting {
  start(): void;
}

interface Share {
  readonly visitor: string;
  running: number;
  /** Concurrent requests while nobody else is present: one more after each quick request, one after a long one. */
  width: number;
  /** Earliest start of the next one. */
  pausedUntil: number;
  readonly line: Set<Waiting>;
  timer: NodeJS.Timeout | null;
}

/**
 * Fair scheduling of one process among its visitors. A single visitor may run several requests concurrently. While
 * others are present, it runs one at a time; and if it sends several at once, or expensive ones, it pauses as long
 * as the last one took: it uses at most half of the time, and others find the process idle.
 */
export class Shares {
  private readonly shares = new Map<string, Share>();
  /** Running requests of all visitors in the application, by visitor. */
  private readonly present = new Map<string, number>();
  /** The latest visitor, and the latest one before it that differs. */
  private latest = { visitor: '', at: -Infinity };
  private other = { visitor: '', at: -Infinity };

  constructor(private readonly limits: ShareLimits) {}

  /**
   * Records the presence of a visitor with any request, long before its turn: the look-up of permissions must not
   * wait behind other visitors' requests.
   * @returns the function to call when the request is over
   */
  come(visitor: string): () => void {
    this.present.set(visitor, (this.present.get(visitor) ?? 0) + 1);
    this.see(visitor);
    return () => {
      const left = (this.present.get(visitor) ?? 1) - 1;
      if (left > 0) this.present.set(visitor, left);
      else this.present.delete(visitor);
      this.see(visitor);
    };
  }

  /**
   * Starts a request that need not wait.
   * @returns the function to call when the request is done; null where it has to wait
   */
  enterNow(visitor: string): Release | null {
    const share = this.shareOf(visitor);
    return share.line.size === 0 && this.isFree(share) ? this.begin(share) : null;
  }

  /**
   * Waits for a request's turn.
   * @param gone aborted when the client disconnects; the request never gets its turn then
   * @returns the function to call when the request is done
   * @throws ShareExhausted when too many wait already, or it has waited too long
   */
  enter(visitor: string, gone?: AbortSignal): Promise<Release> {
    if (gone?.aborted) return Promise.reject(new ShareExhausted(RETRY_SECONDS));
    const now = this.enterNow(visitor);
    if (now) return Promise.resolve(now);
    const share = this.shareOf(visitor);
    if (share.line.size >= this.limits.waiting) {
      return Promise.reject(new ShareExhausted(RETRY_SECONDS));
    }
    return new Promise((resolve, reject) => {
      const forget = () => {
        clearTimeout(timeout);
        gone?.removeEventListener('abort', giveUp);
        share.line.delete(waiting);
      };
      const giveUp = () => {
        forget();
        reject(new ShareExhausted(RETRY_SECONDS));
      };
      const waiting: Waiting = {
        start: () => {
          forget();
          resolve(this.begin(share));
        },
      };
      const timeout = setTimeout(giveUp, this.limits.maxWaitMs);
      gone?.addEventListener('abort', giveUp);
      share.line.add(waiting);
      this.startNext(share);
    });
  }

  private begin(share: Share): Release {
    const started = performance.now();
    share.running += 1;
    let isDone = false;
    return (isExpensive = false) => {
      if (isDone) return;
      isDone = true;
      this.end(share, performance.now() - started, isExpensive);
    };
  }

  private end(share: Share, took: number, isExpensive: boolean): void {
    share.running -= 1;
    this.see(share.visitor);
    share.width = took > LONG_MS ? 1 : Math.min(share.width + 1, this.limits.atOnce);
    const isThrottled = (isExpensive || share.line.size > 0) && this.areOthersPresent(share);
    const rest = isThrottled ? Math.min(took, MAX_PAUSE_MS) : took > LONG_MS ? MIN_PAUSE_MS : 0;
    share.pausedUntil = performance.now() + rest;
    this.startNext(share);
  }

  /** Starts all requests that may start now, and schedules the next check after the pause. */
  private startNext(share: Share): void {
    for (const waiting of share.line) {
      if (!this.isFree(share)) break;
      waiting.start();
    }
    const rest = share.pausedUntil - performance.now();
    if (share.line.size > 0 && rest > 0 && !share.timer) {
      share.timer = setTimeout(() => {
        share.timer = null;
        this.startNext(share);
      }, Math.ceil(rest));
    }
  }

  private isFree(share: Share): boolean {
    if (share.pausedUntil > performance.now()) return false;
    return share.running < (this.areOthersPresent(share) ? 1 : Math.min(share.width, this.limits.atOnce));
  }

  /** Whether other visitors are present. */
  private areOthersPresent({ visitor }: Share): boolean {
    if (this.present.size > (this.present.has(visitor) ? 1 : 0)) return true;
    const { at } = this.latest.visitor === visitor ? this.other : this.latest;
    return at > performance.now() - PRESENT_MS;
  }

  private see(visitor: string): void {
    if (this.latest.visitor !== visitor) this.other = this.latest;
    this.latest = { visitor, at: performance.now() };
  }

  private shareOf(visitor: string): Share {
    let share = this.shares.get(visitor);
    if (!share) {
      if (this.shares.size >= MAX_SHARES) this.deleteIdle();
      share = { visitor, running: 0, width: INITIAL_WIDTH, pausedUntil: 0, line: new Set(), timer: null };
      this.shares.set(visitor, share);
    }
    return share;
  }

  private deleteIdle(): void {
    const now = performance.now();
    for (const { visitor, running, line, pausedUntil } of this.shares.values()) {
      if (running === 0 && line.size === 0 && pausedUntil <= now) this.shares.delete(visitor);
    }
  }
}
