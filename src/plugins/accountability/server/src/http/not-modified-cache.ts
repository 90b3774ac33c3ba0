/** What was answered, as far as a 304 repeats it, and the state of the site it was true for. */
export interface KnownAnswer {
  readonly state: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
}

/** Longer ones are not remembered: nobody shall fill the memory by inventing addresses. */
const MAX_KEY_LENGTH = 2_000;

/** A bounded memory of answers by request; what was not asked for longest goes first. */
export class NotModifiedCache {
  private readonly answers = new Map<string, KnownAnswer>();

  /** @param limit how many are remembered */
  constructor(private readonly limit: number) {}

  /** The answer to a request, where it was given in this state of the site. */
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
