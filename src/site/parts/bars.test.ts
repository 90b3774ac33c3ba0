import fc from 'fast-check';
import { dividedBar } from './bars';

/** Left edge and width of each part. */
const partsOf = (counts: readonly number[], whole: number): [x: number, width: number][] =>
  [
    ...`${dividedBar(
      counts.map((count) => ['part', count]),
      whole,
    )}`.matchAll(/x="([\d.]+)"[^>]*?width="([\d.]+)"/gs),
  ].map(([, x, width]) => [Number(x), Number(width)]);

describe('a bar', () => {
  it('shows every part in its order, however small, within its width', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 3000 }), (some, rest) => {
        const sum = some.reduce((all, one) => all + one, 0);
        const parts = partsOf(some, sum + rest || 1);
        expect(parts).toHaveLength(some.length);
        parts.forEach(([x, width], index) => {
          expect(width > 0).toBe(some[index]! > 0);
          const [end] = parts[index + 1] ?? [1000];
          expect(x + width).toBeLessThanOrEqual(end + 0.2);
        });
      }),
    );
  });

  it('is divided as its counts are, where none is tiny', () => {
    expect(partsOf([1, 3], 8)).toEqual([
      [0, 125],
      [125, 375],
    ]);
  });
});
