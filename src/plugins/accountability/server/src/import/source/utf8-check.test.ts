import fc from 'fast-check';
import { Utf8Check } from './utf8-check';

function check(bytes: Buffer, size: number): boolean {
  const utf8 = new Utf8Check();
  for (let start = 0; start < bytes.length; start += size) utf8.add(bytes.subarray(start, start + size));
  return utf8.isWhole();
}

function decodes(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

describe('whether bytes are UTF-8', () => {
  it('does not depend on where chunks end', () => {
    for (const size of [1, 2, 3, 4, 5, 100]) {
      expect(check(Buffer.from('a ვალდებულება é 😀'), size)).toBe(true);
      expect(check(Buffer.from('ვალდებულება').subarray(0, -1), size)).toBe(false);
      expect(check(Buffer.from('caf\u00e9', 'latin1'), size)).toBe(false);
    }
    expect(check(Buffer.alloc(0), 1)).toBe(true);
  });

  it('is what a decoder says, of any bytes', () => {
    const part = fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 3 }).map((text) => new TextEncoder().encode(text)),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.integer({ min: 1, max: 6 }), (parts, size) => {
        const bytes = Buffer.concat(parts);
        expect(check(bytes, size)).toBe(decodes(bytes));
      }),
    );
  });
});
