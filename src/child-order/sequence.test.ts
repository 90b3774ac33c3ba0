import fc from 'fast-check';
import {
  byNumberThenCode,
  mergeSequences,
  numberAtEnd,
  placeOf,
  renumbered,
  isInPlace,
  type OrderedChild,
} from './sequence';

const child = (documentId: string, order: number | null, code: string | null = null): OrderedChild => ({
  documentId,
  order,
  code,
});

describe('the order of children', () => {
  it.each([
    [[], []],
    [
      [
        ['b', 'a', 'c'],
        ['a', 'c'],
      ],
      ['b', 'a', 'c'],
    ],
    [
      [
        ['a', 'c'],
        ['a', 'd', 'c'],
      ],
      ['a', 'd', 'c'],
    ],
    [
      [['a'], ['d', 'a']],
      ['d', 'a'],
    ],
    [
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      ['a', 'b'],
    ],
  ])('of several locales is one: %j', (sequences, merged) => {
    expect(mergeSequences(sequences as string[][])).toEqual(merged);
  });

  it('of several locales holds every document once', () => {
    const some = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(fc.array(some, { maxLength: 4 }), (sequences) => {
        const merged = mergeSequences(sequences);
        expect([...merged].sort()).toEqual([...new Set(sequences.flat())].sort());
        const [first = []] = sequences;
        expect(merged.filter((id) => first.includes(id))).toEqual(first);
      }),
    );
  });

  const siblings = [child('a', 1, '2.2.1'), child('b', 2, '2.2.2'), child('d', 3, '2.2.10')];
  it.each([
    ['by its number', child('x', 2), null, true, 1],
    ['by its number, though it was elsewhere', child('x', 1), 3, true, 0],
    ['behind all with a number beyond', child('x', 9), null, true, 3],
    ['where it was', child('x', 2), 0, false, 0],
    ['by its code where all are sorted by theirs', child('x', null, '2.2.9'), null, false, 2],
    ['at the end without a code', child('x', null), null, false, 3],
  ])('has a place for a child: %s', (_, one, before, isNumbered, index) => {
    expect(placeOf(one, siblings, before, isNumbered)).toBe(index);
  });

  it('does not go by codes where editors have put the others in an order of their own', () => {
    expect(placeOf(child('x', null, '2.2.0'), [...siblings].reverse(), null, false)).toBe(3);
  });

  it('is right where the neighbours say so, and nowhere else', () => {
    const places = fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 8 });
    fc.assert(
      fc.property(places, fc.integer({ min: 1, max: 20 }), fc.nat(8), (numbers, order, index) => {
        const others = [...numbers].sort((one, other) => one - other);
        const place = Math.min(index, others.length);
        const one = (at: number) => ({ place: at, order: others[at]!, code: null });
        const isRight = isInPlace(place - 0.5, order, {
          ...(place > 0 && { before: one(place - 1) }),
          ...(place < others.length && { behind: one(place) }),
        });
        const children = others.map((number) => child(`${number}`, number));
        const isSame = placeOf(child('x', order), children, null, true) === place;
        expect(isRight).toBe(isSame && !others.includes(order));
      }),
    );
  });

  it.each([
    ['in an empty list', null, [{}], 1],
    ['behind the last', null, [{ before: { place: 1, order: 4, code: '4' } }], 5],
    ['by its code', '2.10', [{ before: { place: 1, order: 1, code: '2.9' } }], 2],
    ['not before the last', '2.9', [{ before: { place: 1, order: 1, code: '2.10' } }], null],
    ['not where others follow', null, [{ behind: { place: 9, order: 9 } }], null],
    ['not where the last has no number', null, [{ before: { place: 1, order: null, code: null } }], null],
  ])('has a number at the end: %s', (_, code, lists, number) => {
    expect(numberAtEnd(code, lists)).toBe(number);
  });

  it('keeps numbers that rise, and counts again where they do not', () => {
    expect(renumbered([child('a', 10), child('b', 20)])).toEqual(new Map());
    expect(renumbered([child('a', 1), child('b', 1), child('c', 3)])).toEqual(new Map([['b', 2]]));
    expect(renumbered([child('a', null), child('b', 1)])).toEqual(
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
    );
  });

  it('of children nobody has put in one goes by number, then by code as people count', () => {
    const children = [
      child('c', null, '2.10'),
      child('b', null, '2.9'),
      child('a', 5, '9'),
      child('z', null),
    ];
    expect([...children].sort(byNumberThenCode).map(({ documentId }) => documentId)).toEqual([
      'a',
      'b',
      'c',
      'z',
    ]);
  });
});
