/** A rendered page, in one coding. */
export interface MadePage {
  /** Its site version. */
  readonly state: string;
  readonly etag: string;
  readonly body: Buffer;
}

/** Longer keys are not cached: invented addresses must not fill the memory. */
const MAX_KEY_LENGTH = 1_000;

/** A cache of pages, bounded by their bytes (least recently used). */
export class PageCache {
  private readonly pages = new Map<string, MadePage>();
  private bytes = 0;

  /** @param limit in bytes */
  constructor(private readonly limit: number) {}

  /** The page, where it is of this site version. */
  get(key: string, state: string): MadePage | undefined {
    const page = this.pages.get(key);
    if (page?.state !== state) return undefined;
    this.pages.delete(key);
    this.pages.set(key, page);
    return page;
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
