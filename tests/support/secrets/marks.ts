const MARK = /zx(?:secret|public)\d+z/gi;

/**
 * Words to be looked for in whatever a site gives away. They are made of letters and digits in lower case only, so
 * that they survive slugs, addresses and every escaping.
 */
export class Marks {
  private readonly places = new Map<string, string>();

  /** A word nobody outside may ever read. @param place where it is put, for the message of a failure */
  readonly secret = (place: string): string => this.make('zxsecret', place);

  /** A word everybody may read; finding it shows that the search would have found a secret there. */
  readonly public = (place: string): string => this.make('zxpublic', place);

  /** Makes an identifier that exists already a secret. */
  keep(identifier: string, place: string): void {
    this.places.set(identifier, place);
  }

  /** Places of all secrets in the text, but for words the asker has said. */
  secretsIn(text: string, asked = ''): string[] {
    return this.found(text).flatMap(([mark, place]) =>
      mark.startsWith('zxpublic') || asked.includes(mark) ? [] : [place],
    );
  }

  hasPublic(text: string): boolean {
    return this.found(text).some(([mark]) => mark.startsWith('zxpublic'));
  }

  /** Every word that was made secret, by its place. */
  get secrets(): readonly (readonly [mark: string, place: string])[] {
    return [...this.places].filter(([mark]) => mark.startsWith('zxsecret'));
  }

  private found(text: string): [string, string][] {
    const words = new Set((text.match(MARK) ?? []).map((word) => word.toLowerCase()));
    return [...this.places].filter(([mark]) =>
      mark.startsWith('zx') ? words.has(mark) : text.includes(mark),
    );
  }

  private make(kind: string, place: string): string {
    const mark = `${kind}${this.places.size}z`;
    this.places.set(mark, place);
    return mark;
  }
}
