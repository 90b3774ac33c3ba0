import type { ByteSink } from '../../bytes/byte-sink';
import { decode } from '../../bytes/cell-row';
import { ITEM_END } from '../../bytes/escape';
import { xmlCopier, type XmlCopier } from '../../bytes/xml-escape';
import { joinItems, separatorInItems } from '../list-separator';

/** Writes what follows `<c r="A1"`, up to and with the end of the cell. */
export type WriteCell = (sink: ByteSink, source: Uint8Array, start: number, end: number) => void;

/** Characters (UTF-16 units) a cell can hold. */
export const MAX_CHARACTERS = 32_767;
/** Marks the end of a truncated text. */
export const CUT_MARK = ' […✂]';

const encoder = new TextEncoder();
const [BEFORE, BEFORE_BLANKS, AFTER] = [
  ' t="inlineStr"><is><t>',
  // Spaces at either end would be taken for layout.
  ' t="inlineStr"><is><t xml:space="preserve">',
  '</t></is></c>',
].map((text) => encoder.encode(text)) as [Uint8Array, Uint8Array, Uint8Array];
const [BLANK, UNDERSCORE, LETTER_X] = [0x20, 0x5f, 0x78];

/** What a spreadsheet would read as an escaped character (ECMA-376, ST_Xstring): `_x000D_`. */
const CHARACTER_NUMBER = /_(?=x[0-9A-Fa-f]{4}_)/g;
const PLAIN_UNDERSCORE = '_x005F_';

function hasUnderscoreX(source: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end - 1; at += 1) {
    if (source[at] === UNDERSCORE && source[at + 1] === LETTER_X) return true;
  }
  return false;
}

/** Truncates a text that exceeds a cell's limit, between two characters, and marks it. */
export function cutText(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  const kept = text.slice(0, MAX_CHARACTERS - CUT_MARK.length);
  return (/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept) + CUT_MARK;
}

/**
 * The function that writes texts as inline strings: never a formula, whatever their prefix.
 * @param separator between the items of a list
 * @param onCut called for each text that was too long
 */
export function textWriter(separator = '', onCut: () => void = () => undefined): WriteCell {
  const between = separator.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const copy = xmlCopier(between, 'content', separatorInItems(separator));
  // A joined list already contains its separators.
  const copyJoined = xmlCopier();
  const around =
    (copyInside: XmlCopier): WriteCell =>
    (sink, source, start, end) => {
      const hasBlanks = (source[start] as number) <= BLANK || (source[end - 1] as number) <= BLANK;
      const before = hasBlanks ? BEFORE_BLANKS : BEFORE;
      sink.copy(before, 0, before.length);
      copyInside(sink, source, start, end);
      sink.copy(AFTER, 0, AFTER.length);
    };
  const copyText = around(copy);
  const copyWhole = around(copyJoined);
  return (sink, source, start, end) => {
    const mayBeTooLong = end - start > MAX_CHARACTERS;
    if (!mayBeTooLong && !hasUnderscoreX(source, start, end)) return copyText(sink, source, start, end);
    const whole = wholeText(source, start, end, separator);
    const cut = cutText(whole);
    if (cut !== whole) onCut();
    const bytes = encoder.encode(cut.replace(CHARACTER_NUMBER, PLAIN_UNDERSCORE));
    copyWhole(sink, bytes, 0, bytes.length);
  };
}

function wholeText(source: Uint8Array, start: number, end: number, separator: string): string {
  const items: string[] = [];
  let from = start;
  for (let at = start; at <= end; at += 1) {
    if (at < end && source[at] !== ITEM_END) continue;
    items.push(decode(source, from, at));
    from = at + 1;
  }
  return joinItems(items, separator);
}
