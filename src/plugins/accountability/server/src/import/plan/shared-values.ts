/** Values that are kept; with more, few are likely to come again. */
const MOST = 1_000;

/** Gives the same object for the same value again, so that what is held many times takes the memory of one. */
export class SharedValues<T> {
  private readonly known = new Map<string, T>();

  /** @param key identifies the value */
  of(key: string, make: () => T): T {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.known.size === MOST) this.known.clear();
    const value = make();
    this.known.set(key, value);
    return value;
  }
}
