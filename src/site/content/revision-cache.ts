interface Kept<T> {
  readonly revision: string;
  readonly startedAt: number;
  readonly value: Promise<T>;
}

/** What was read, and whether it was read for this caller. */
export interface Found<T> {
  readonly revision: string;
  readonly isNew: boolean;
  readonly value: Promise<T>;
}

/** Keeps what was read for pages as long as its revision is the same, the latest used entries. */
export class RevisionCache<T> {
  private readonly kept = new Map<string, Kept<T>>();

  /**
   * @param maxEntries entries beyond it are dropped, the longest unused first
   * @param maxAgeMs until then what has no revision, such as a file that was replaced, shows at the latest
   */
  constructor(
    private readonly maxEntries: number,
    private readonly maxAgeMs: number,
  ) {}

  /** Keeps what was found for another revision, which the value has too. */
  move(key: string, found: Found<T>, revision: string): void {
    const known = this.kept.get(key);
    if (known?.value === found.value) this.kept.set(key, { ...known, revision });
  }

  /**
   * The value of a key at a revision: kept, or read now. A failure is not kept.
   * @param revision as it was before `read` is called: the value may be newer than it, never older
   */
  of(key: string, revision: string, read: () => Promise<T>): Found<T> {
    const known = this.kept.get(key);
    this.kept.delete(key);
    const isUsable = known?.revision === revision && Date.now() - known.startedAt < this.maxAgeMs;
    const entry = isUsable ? known : { revision, startedAt: Date.now(), value: read() };
    this.kept.set(key, entry);
    const [oldest] = this.kept.keys();
    if (this.kept.size > this.maxEntries && oldest !== undefined) this.kept.delete(oldest);
    entry.value.catch(() => {
      if (this.kept.get(key)?.value === entry.value) this.kept.delete(key);
    });
    return { revision, isNew: !isUsable, value: entry.value };
  }
}

/** A cache that has nothing yet. See `RevisionCache`. */
export const newRevisionCache = <T>(maxEntries: number, maxAgeMs: number): RevisionCache<T> =>
  new RevisionCache<T>(maxEntries, maxAgeMs);
