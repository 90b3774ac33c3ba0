import fc from 'fast-check';
import { escapeXml } from './escape';

const NAMES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' };
const read = (text: string): string =>
  text.replace(/&([^;]*);/g, (_entity, name: string) => {
    if (!(name in NAMES)) throw new Error(`No entity "${name}"`);
    return NAMES[name]!;
  });

describe('text in XML', () => {
  it('is read as it was written, and is never markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = escapeXml(text);
        expect(written).not.toMatch(/[<>"']/);

        const carried = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
        expect(read(written)).toBe(carried);
      }),
    );
  });

  it('has no characters that XML forbids, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = escapeXml(text + '\ud800' + text);
        for (const character of written) {
          const code = character.codePointAt(0)!;
          const isAllowed =
            code === 9 ||
            code === 10 ||
            (code >= 0x20 && code <= 0xd7ff) ||
            (code >= 0xe000 && code <= 0xfffd) ||
            code >= 0x10000;
          expect([code, isAllowed]).toEqual([code, true]);
        }
      }),
    );
  });

  it('keeps Georgian and pictures', () => {
    expect(escapeXml('„ვადა“ & 😀 \u0000\ufffe<b>')).toBe('„ვადა“ &amp; 😀 &lt;b&gt;');
  });
});
