/** A rendered page, in one coding. */
export interface MadePage {
  /** Its site version. */
  readonly state: string;
  /** When it was last known to be current, in milliseconds since 1970. */
  readonly currentAt: number;
  readonly etag: string;
  readonly body: Buffer;
}

/** Longer keys are not cached: invented addresses must not fill the memory. */
const MAX_KEY_LENGTH = 1_000;

/** A page that may not be current any more, with its age in seconds: at least 1. */
export const olderThan = (page: MadePage, now: number): MadePage & { readonly age: number } => ({
  ...page,
  age: Math.max(1, Math.ceil((now - page.currentAt) / 1000)),
});

/** A cache of pages, bounded by their bytes (least recently used). */
export class PageCache {
  private readonly pages = new Map<string, MadePage>();
  private bytes = 0;

  /** @param limit in bytes */
  constructor(private readonly limit: number) {}

  /** The page, of whichever site version. */
  get(key: string): MadePage | undefined {
    const page = this.pages.get(key);
    if (!page) return undefined;
    this.pages.delete(key);
    this.pages.set(key, page);
    return page;
  }

  /** Notes that a page is current now. */
  confirm(key: string, page: MadePage): MadePage {
    const confirmed = { ...page, currentAt: Date.now() };
    if (this.pages.get(key) === page) this.pages.set(key, confirmed);
    return confirmed;
  }

  set(key: string, page: MadePage): void {
    if (key.length > MAX_KEY_LENGTH) return;
    this.remove(key);
    this.pages.set(key, page);
    this.bytes += page.body.length;
    for (const oldest of this.pages.keys()) {
      if (this.bytes <= this.limit) break;
      this.remove(oldest);
    }
  }

  private remove(key: string): void {
    this.bytes -= this.pages.get(key)?.body.length ?? 0;
    this.pages.delete(key);
  }
}
