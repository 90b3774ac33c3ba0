import type { SiteVersion } from 'strapi-plugin-accountability/server';

/** The oldest page that is served, counted from when it was last known to be current. */
export const STALE_SECONDS = 60;
/**
 * From this number of changes a second, seen as this number of versions, the site counts as busy: more than editors who
 * save make, whose one save may be many changes. Versions are seen when pages are asked for only.
 */
const BUSY = { changesPerSecond: 20, versions: 4 };
/** More changes than this at once, such as those of an import, take longer to read than a reader should wait. */
export const MANY_CHANGES = 1_000;
/** How long after them pages are served as they were; a page that is made meanwhile is served as soon as it is there. */
const MANY_CHANGES_MS = 5_000;
const SECOND_MS = 1_000;
/** How long a reader waits for the current page where there is an older one. */
const TIMEOUT_MS = 2_000;
const BUSY_TIMEOUT_MS = 20;

/**
 * Decides between the current page and the one before (stale-while-revalidate, RFC 5861). Ordinary editing is seen at
 * once. Only while documents are written many times a second, pages are made once a second instead of for each change.
 */
export class Freshness {
  private version: string | undefined;
  private lastChange: number | undefined;
  /** When many changes at once were seen. */
  private manyChangesAt = -Infinity;
  /** Versions of the last second as they were seen first, and the one before them. */
  private readonly seen: { readonly at: number; readonly lastChange: number }[] = [];

  /** @param now milliseconds since 1970 */
  constructor(private readonly now: () => number = Date.now) {}

  /** Notes the version of the site as it was just read. */
  see({ text, lastChange }: Pick<SiteVersion, 'text' | 'lastChange'>): void {
    if (text === this.version) return;
    this.version = text;
    if (lastChange - (this.lastChange ?? lastChange) > MANY_CHANGES) this.manyChangesAt = this.now();
    this.lastChange = lastChange;
    this.seen.push({ at: this.now(), lastChange });
    while (this.now() - (this.seen[1]?.at ?? Infinity) >= SECOND_MS) this.seen.shift();
  }

  /** Whether many documents were written within the last second. */
  get isBusy(): boolean {
    const [first, last] = [this.seen[0], this.seen.at(-1)];
    if (!first || !last || this.seen.length < BUSY.versions || this.now() - last.at >= SECOND_MS)
      return false;
    const seconds = Math.max(1, (last.at - first.at) / SECOND_MS);
    return (last.lastChange - first.lastChange) / seconds >= BUSY.changesPerSecond;
  }

  /** Milliseconds to wait for the current page before an older one is served. */
  get timeoutMs(): number {
    const areMany = this.now() - this.manyChangesAt < MANY_CHANGES_MS;
    return this.isBusy || areMany ? BUSY_TIMEOUT_MS : TIMEOUT_MS;
  }

  /** Whether a page is young enough to be served at all. @param currentAt when it was last known to be current */
  isUsable(currentAt: number): boolean {
    return this.now() - currentAt < STALE_SECONDS * SECOND_MS;
  }

  /** Whether a page is served without looking for a newer one: while the site is busy, once a second is enough. */
  isRecent(currentAt: number): boolean {
    return this.isBusy && this.now() - currentAt < SECOND_MS;
  }
}
