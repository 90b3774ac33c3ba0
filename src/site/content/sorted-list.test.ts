import fc from 'fast-check';
import { SortedList } from './sorted-list';

interface Item {
  readonly key: number;
}

const byKey = (one: Item, other: Item): number => one.key - other.key;

describe('a list that stays in order', () => {
  it('has the same items in the same order, whether they come and go one by one or by the hundred', () => {
    const step = fc.record({
      added: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 201, max: 300 })),
      removed: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 201, max: 300 })),
      isLookedAt: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const list = new SortedList<Item>(byKey);
        let present: Item[] = [];
        let next = 1;
        for (const { added, removed, isLookedAt } of steps) {
          // A multiplier without a common factor: each key once, in no order.
          const fresh = Array.from({ length: added }, () => ({ key: (next++ * 7919) % 10_007 }));
          const gone = present.slice(0, removed);
          list.change(gone, fresh);
          present = [...present.slice(removed), ...fresh];
          expect(list.size).toBe(present.length);
          if (isLookedAt) expect(list.items).toEqual([...present].sort(byKey));
        }
        expect(list.items).toEqual([...present].sort(byKey));
      }),
      { numRuns: 60 },
    );
  });
});
