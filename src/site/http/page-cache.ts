/** A page that was made, in one coding. */
export interface MadePage {
  /** The state of the site it shows. */
  readonly state: string;
  readonly etag: string;
  readonly body: Buffer;
}

/** Longer keys are not remembered: nobody shall fill the memory by inventing addresses. */
const MAX_KEY_LENGTH = 1_000;

/** A memory of pages, bounded by their bytes; what was not asked for longest goes first. */
export class PageCache {
  private readonly pages = new Map<string, MadePage>();
  private bytes = 0;

  /** @param limit in bytes */
  constructor(private readonly limit: number) {}

  /** The page, where it shows this state of the site. */
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
