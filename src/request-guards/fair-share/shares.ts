/** How much one visitor may have done at a time. */
export interface ShareLimits {
  /** At work at a time while nobody else asks. */
  readonly atOnce: number;
  /** Waiting for their turn. */
  readonly waiting: number;
  /** How long one waits before it is told to come again. */
  readonly patienceMs: number;
}

/** Somebody asks for more than can be kept waiting. */
export class ShareExhausted extends Error {
  constructor(readonly retryAfterSeconds: number) {
    super('too many requests at a time');
  }
}

/** Called when a request is done. `isDear`: it is known to have cost much, whatever else was going on. */
export type Leave = (isDear?: boolean) => void;

/** Others have asked within this time: they count as present. */
const PRESENT_MS = 1_000;
/** A visitor whose requests take longer gets no second one beside it. */
const LONG_MS = 200;
/** How many a visitor nothing is known of may have at a time. */
const FIRST_WIDTH = 2;
const LONGEST_REST_MS = 30_000;
/**
 * The pause after a long request of a visitor who seems to be alone. A process that is never free takes one new
 * connection between two long steps: nobody else would be seen to have come.
 */
const BREATH_MS = 50;
/** Visitors that are remembered although they ask for nothing. */
const REMEMBERED = 1_000;
/** What is told to who cannot be kept waiting. */
const RETRY_SECONDS = 5;

interface Waiting {
  start(): void;
}

interface Share {
  readonly visitor: string;
  running: number;
  /** At work at a time while nobody else asks: one more for each quick request, one for a long one. */
  width: number;
  /** When the next one may start. */
  restsUntil: number;
  readonly line: Set<Waiting>;
  timer: NodeJS.Timeout | null;
}

/**
 * Divides the time of one process among its visitors. Alone, a visitor has as many requests at work as do any good.
 * While others ask too, it has one at a time; and if it asks for several at once, or for what is dear, it rests as long
 * as the last one took: so that it has at most half of the time, and whoever else asks finds the process free.
 */
export class Shares {
  private readonly shares = new Map<string, Share>();
  /** Requests of visitors that are under way anywhere in the application, by visitor. */
  private readonly present = new Map<string, number>();
  /** The one that asked last, and the last one before it that was another. */
  private latest = { visitor: '', at: -Infinity };
  private other = { visitor: '', at: -Infinity };

  constructor(private readonly limits: ShareLimits) {}

  /**
   * Notes that a visitor has come with a request of any kind, long before its turn: who looks up rights first must not
   * wait behind what others ask for meanwhile.
   * @returns what is to be called when the request is over
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
   * Takes the turn of a request that need not wait.
   * @returns what is to be called when the request is done; null where it has to wait
   */
  enterNow(visitor: string): Leave | null {
    const share = this.shareOf(visitor);
    return share.line.size === 0 && this.isFree(share) ? this.begin(share) : null;
  }

  /**
   * Waits for the turn of a request.
   * @param gone aborted when nobody waits for the answer any more; it never gets its turn then
   * @returns what is to be called when the request is done
   * @throws ShareExhausted when too many wait already, or it has waited too long
   */
  enter(visitor: string, gone?: AbortSignal): Promise<Leave> {
    if (gone?.aborted) return Promise.reject(new ShareExhausted(RETRY_SECONDS));
    const now = this.enterNow(visitor);
    if (now) return Promise.resolve(now);
    const share = this.shareOf(visitor);
    if (share.line.size >= this.limits.waiting) {
      return Promise.reject(new ShareExhausted(RETRY_SECONDS));
    }
    return new Promise((resolve, reject) => {
      const forget = () => {
        clearTimeout(patience);
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
      const patience = setTimeout(giveUp, this.limits.patienceMs);
      gone?.addEventListener('abort', giveUp);
      share.line.add(waiting);
      this.startNext(share);
    });
  }

  private begin(share: Share): Leave {
    const started = performance.now();
    share.running += 1;
    let isDone = false;
    return (isDear = false) => {
      if (isDone) return;
      isDone = true;
      this.end(share, performance.now() - started, isDear);
    };
  }

  private end(share: Share, took: number, isDear: boolean): void {
    share.running -= 1;
    this.see(share.visitor);
    share.width = took > LONG_MS ? 1 : Math.min(share.width + 1, this.limits.atOnce);
    const isToRest = (isDear || share.line.size > 0) && this.hasCompany(share);
    const rest = isToRest ? Math.min(took, LONGEST_REST_MS) : took > LONG_MS ? BREATH_MS : 0;
    share.restsUntil = performance.now() + rest;
    this.startNext(share);
  }

  /** Starts what may start now, and sees to it that the next one is looked at after the rest. */
  private startNext(share: Share): void {
    for (const waiting of share.line) {
      if (!this.isFree(share)) break;
      waiting.start();
    }
    const rest = share.restsUntil - performance.now();
    if (share.line.size > 0 && rest > 0 && !share.timer) {
      share.timer = setTimeout(() => {
        share.timer = null;
        this.startNext(share);
      }, Math.ceil(rest));
    }
  }

  private isFree(share: Share): boolean {
    if (share.restsUntil > performance.now()) return false;
    return share.running < (this.hasCompany(share) ? 1 : Math.min(share.width, this.limits.atOnce));
  }

  /** Whether others ask too. */
  private hasCompany({ visitor }: Share): boolean {
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
      if (this.shares.size >= REMEMBERED) this.forgetIdle();
      share = { visitor, running: 0, width: FIRST_WIDTH, restsUntil: 0, line: new Set(), timer: null };
      this.shares.set(visitor, share);
    }
    return share;
  }

  private forgetIdle(): void {
    const now = performance.now();
    for (const { visitor, running, line, restsUntil } of this.shares.values()) {
      if (running === 0 && line.size === 0 && restsUntil <= now) this.shares.delete(visitor);
    }
  }
}
