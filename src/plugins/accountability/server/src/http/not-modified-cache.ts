/** A response, as far as a 304 repeats it, and the site version it is valid for. */
export interface KnownAnswer {
  readonly state: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
}

/** Longer keys are not cached: invented addresses must not fill the memory. */
const MAX_KEY_LENGTH = 2_000;

/** A bounded cache of responses by request (least recently used). */
export class NotModifiedCache {
  private readonly answers = new Map<string, KnownAnswer>();

  /** @param limit maximum number of entries */
  constructor(private readonly limit: number) {}

  /** The response to a request, where it is valid for this site version. */
  get(key: string, state: string): KnownAnswer | undefined {
    const answer = this.answers.get(key);
    if (answer?.state !== state) return undefined;
    this.answers.delete(key);
    this.answers.set(key, answer);
    return answer;
  }

  set(key: string, answer: KnownAnswer): void {
    if (key.length > MAX_KEY_LENGTH) return;
    this.answers.delete(key);
    this.answers.set(key, answer);
    if (this.answers.size > this.limit) {
      const [oldest] = this.answers.keys();
      this.answers.delete(oldest as string);
    }
  }
}
