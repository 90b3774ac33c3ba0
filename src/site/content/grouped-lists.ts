import { SortedList, type Comparison } from './sorted-list';

/** Items by key, each group in order, kept up to date change by change. An item may be in several groups. */
export class GroupedLists<T> {
  private readonly groups = new Map<string, SortedList<T>>();

  /** @param keysOf the groups of an item */
  constructor(
    private readonly keysOf: (item: T) => readonly string[],
    private readonly compare: Comparison<T>,
  ) {}

  /** The items of a group; undefined for none. */
  get(key: string): readonly T[] | undefined {
    return this.groups.get(key)?.items;
  }

  /** The keys of the groups that have items. */
  keys(): Iterable<string> {
    return this.groups.keys();
  }

  /** @param removed items of the groups, the very objects */
  change(removed: readonly T[], added: readonly T[]): void {
    const changes = new Map<string, { removed: T[]; added: T[] }>();
    const note = (item: T, kind: 'removed' | 'added'): void => {
      for (const key of new Set(this.keysOf(item))) {
        let change = changes.get(key);
        if (!change) changes.set(key, (change = { removed: [], added: [] }));
        change[kind].push(item);
      }
    };
    for (const item of removed) note(item, 'removed');
    for (const item of added) note(item, 'added');
    for (const [key, change] of changes) {
      let group = this.groups.get(key);
      if (!group) this.groups.set(key, (group = new SortedList(this.compare)));
      group.change(change.removed, change.added);
      if (group.size === 0) this.groups.delete(key);
    }
  }

  /** Has every group sorted again, after the order itself has changed. */
  sortAgain(): void {
    for (const group of this.groups.values()) group.sortAgain();
  }
}
