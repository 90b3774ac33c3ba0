import fc from 'fast-check';
import { cleanLine, cleanText, isVisible, lengthOf } from './plain-text';

/** Any JavaScript string, with lone surrogates and control characters over-represented. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 13, 0x202e, 0xd800, 0xfeff, 0x301)),
    )
    .map((units) => String.fromCharCode(...units)),
);

describe('plain text', () => {
  it.each([
    ['  გამარჯობა\r\nმსოფლიო  ', 'გამარჯობა\nმსოფლიო'],
    ['a\u0000b\u0007c', 'abc'],
    ['evil\u202Etxt.exe', 'eviltxt.exe'],
    ['half \uD83D pair', 'half \uFFFD pair'],
    ['e\u0301', '\u00e9'],
    ['<b>https://example.org</b>', '<b>https://example.org</b>'],
    ['👩‍👩‍👧', '👩‍👩‍👧'],
    ['\uFEFF\u200B', ''],
  ])('of %j is %j', (given, expected) => {
    expect(cleanText(given)).toBe(expected);
  });

  it('is well-formed, has nothing but text, and is clean already, whatever it was made of', () => {
    fc.assert(
      fc.property(anyText, (given) => {
        const clean = cleanText(given);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2066-\u2069]/);
        expect(Buffer.from(clean, 'utf8').toString('utf8')).toBe(clean);
        expect(cleanLine(given)).not.toMatch(/[\n\t]/);
        expect(cleanLine(cleanLine(given))).toBe(cleanLine(given));
      }),
      { numRuns: 2000 },
    );
  });

  it('counts characters, not what they are stored in', () => {
    expect(lengthOf('😀ა')).toBe(2);
  });

  it('is nothing to see without a letter, a figure or a sign', () => {
    expect(['ა', '7', '?', '😀'].map(isVisible)).toEqual([true, true, true, true]);
    expect(['', ' \n', '\u0301\u0301', '\u200d'].map(isVisible)).toEqual([false, false, false, false]);
  });
});
