/** Maximum number of keys: clients with more networks than these meet the other limits. */
const MAX_ENTRIES = 10_000;

interface Attempts {
  readonly endsAt: number;
  count: number;
}

/**
 * Fixed-window rate limiter by key, in memory. Its size is bounded: the library's own in-memory limiter has a timer
 * per key and no bound, and a client may have millions of IPv6 networks.
 */
export class FixedWindowCounter {
  /** In the order of the windows' starts, so that the first ones expire first. */
  private readonly attempts = new Map<string, Attempts>();

  /** @param most attempts of a key within one window; 0 for no limit */
  constructor(
    private readonly most: number,
    private readonly milliseconds: number,
    private readonly remembered = MAX_ENTRIES,
  ) {}

  /** Number of keys in memory. */
  get size(): number {
    return this.attempts.size;
  }

  /** Milliseconds until the key may try again; 0 where it may now. Does not count. */
  wait(key: string, now = Date.now()): number {
    const known = this.attempts.get(key);
    return known && known.count >= this.most && known.endsAt > now ? known.endsAt - now : 0;
  }

  /** Counts an attempt. @returns milliseconds until the key may try again where it may not now, else 0 */
  count(key: string, now = Date.now()): number {
    if (this.most === 0) return 0;
    const wait = this.wait(key, now);
    if (wait > 0) return wait;
    const known = this.attempts.get(key);
    if (known && known.endsAt > now) known.count += 1;
    else this.begin(key, now);
    return 0;
  }

  private begin(key: string, now: number): void {
    // At the end of the order again.
    this.attempts.delete(key);
    this.attempts.set(key, { endsAt: now + this.milliseconds, count: 1 });
    for (const [first, { endsAt }] of this.attempts) {
      if (endsAt > now && this.attempts.size <= this.remembered) return;
      this.attempts.delete(first);
    }
  }
}
