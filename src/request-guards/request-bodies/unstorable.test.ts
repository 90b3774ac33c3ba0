import fc from 'fast-check';
import { findUnstorable, MAX_DEPTH } from './unstorable';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

it.each([
  [{ a: ['fine', 1, null, true, '😀 ლარი'] }, null],
  ['x\0', { kind: 'nul', path: [] }],
  [{ data: { list: [{ text: 'a\0b' }] } }, { kind: 'nul', path: ['data', 'list', 0, 'text'] }],
  [{ 'a\0b': 1 }, { kind: 'nul', path: ['a\0b'] }],
  [{ a: '\ud83d' }, { kind: 'surrogate', path: ['a'] }],
  [{ a: 'x\ude00y' }, { kind: 'surrogate', path: ['a'] }],
  [{ '\ud800': 1 }, { kind: 'surrogate', path: ['\ud800'] }],
  [{ a: { constructor: 1 } }, { kind: 'inherited', path: ['a', 'constructor'] }],
  [JSON.parse('{"a": [{"__proto__": 1}]}'), { kind: 'inherited', path: ['a', 0, '__proto__'] }],
  [nested(MAX_DEPTH), null],
  [nested(MAX_DEPTH + 2), { kind: 'depth', path: [0, 0, 0] }],
])('%j: %j', (body, expected) => {
  expect(findUnstorable(body)).toEqual(expected);
});

it('is broken by no depth', () => {
  expect(findUnstorable(nested(100_000))).toEqual({ kind: 'depth', path: [0, 0, 0] });
});

it('lets every well-formed text through, and finds a NUL wherever it is', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'));
  const body = fc.object({
    key: text.filter((one) => !(one in Object.prototype)),
    values: [text],
    maxDepth: 5,
  });
  fc.assert(
    fc.property(body, text, (object, rest) => {
      expect(findUnstorable(object)).toBeNull();
      expect(findUnstorable([object, { deep: [`${rest}\0`] }])).toEqual({
        kind: 'nul',
        path: [1, 'deep', 0],
      });
    }),
  );
});
