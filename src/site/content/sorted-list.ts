/** Compares two items; 0 for the same item only, so that each has one place. */
export type Comparison<T> = (one: T, other: T) => number;

/** Beyond this number of changes at once, sorting everything when it is next looked at costs less than finding each place. */
const MAX_SINGLE_CHANGES = 200;

/**
 * A list that stays in order while items come and go: a change costs a binary search. After many changes it is sorted
 * when somebody looks: of all lists that are filled at a start, most are not looked at for long.
 */
export class SortedList<T> {
  private sorted: T[] = [];
  private isInOrder = true;

  /** @param compare a total order */
  constructor(private readonly compare: Comparison<T>) {}

  /** The items in order. Changed in place by `change`: copy what has to stay as it is. */
  get items(): readonly T[] {
    this.putInOrder();
    return this.sorted;
  }

  get size(): number {
    return this.sorted.length;
  }

  /**
   * Takes items out and puts others in.
   * @param removed items of the list, the very objects
   */
  change(removed: readonly T[], added: readonly T[]): void {
    if (removed.length + added.length > MAX_SINGLE_CHANGES) return this.changeMany(removed, added);
    this.putInOrder();
    for (const item of removed) {
      const index = this.placeOf(item);
      if (this.sorted[index] === item) this.sorted.splice(index, 1);
    }
    for (const item of added) this.sorted.splice(this.placeOf(item), 0, item);
  }

  /** Has it sorted again, after the order itself has changed. */
  sortAgain(): void {
    this.isInOrder = false;
  }

  private putInOrder(): void {
    if (this.isInOrder) return;
    this.sorted.sort(this.compare);
    this.isInOrder = true;
  }

  private changeMany(removed: readonly T[], added: readonly T[]): void {
    const gone = new Set(removed);
    if (gone.size > 0) this.sorted = this.sorted.filter((item) => !gone.has(item));
    for (const item of added) this.sorted.push(item);
    this.isInOrder = false;
  }

  /** The index of the first item that does not come before this one. */
  private placeOf(item: T): number {
    let [from, to] = [0, this.sorted.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if (this.compare(this.sorted[middle] as T, item) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
