import type { ByteSink } from './byte-sink';
import { copyEscaped, copyPlain, escapes, ITEM_END } from './escape';

/** Replaces a character that XML 1.0 cannot represent, so that the loss is visible. */
export const REPLACEMENT = '\uFFFD';

const [TAB, LINE_FEED, CARRIAGE_RETURN] = [0x09, 0x0a, 0x0d];
const FIRST_PRINTABLE = 0x20;
/** U+FFFE and U+FFFF are these two bytes and one of the two last ones; U+FFFD differs in the last byte only. */
const [LEAD, SECOND, FFFD_LAST, FFFE_LAST, FFFF_LAST] = [0xef, 0xbf, 0xbd, 0xbe, 0xbf];

const CONTROL_CHARACTERS = Array.from({ length: FIRST_PRINTABLE }, (_, byte) => byte).filter(
  (byte) => ![TAB, LINE_FEED, CARRIAGE_RETURN].includes(byte),
);

/** A parser would normalise these literal characters to line feeds and spaces. */
const IN_CONTENT = { [CARRIAGE_RETURN]: '&#13;' };
const IN_ATTRIBUTE = { ...IN_CONTENT, [TAB]: '&#9;', [LINE_FEED]: '&#10;', 0x22: '&quot;' };

/** Copies a text into the sink so that an XML parser returns it unchanged. */
export type XmlCopier = (sink: ByteSink, source: Uint8Array, start: number, end: number) => void;

/**
 * Makes the function that copies texts into XML 1.0: markup escaped, forbidden characters (control characters,
 * U+FFFE, U+FFFF) replaced by U+FFFD.
 * @param itemEnd markup to write between the items of a list
 * @param place where the text occurs
 * @param inItems replacements of further bytes of the text
 */
export function xmlCopier(
  itemEnd = '',
  place: 'content' | 'attribute' = 'content',
  inItems: Readonly<Record<number, string>> = {},
): XmlCopier {
  const replacements = {
    ...Object.fromEntries(CONTROL_CHARACTERS.map((byte) => [byte, REPLACEMENT])),
    0x26: '&amp;',
    0x3c: '&lt;',
    0x3e: '&gt;',
    ...(place === 'attribute' ? IN_ATTRIBUTE : IN_CONTENT),
    ...inItems,
    [ITEM_END]: itemEnd,
  };
  const inXml = escapes(replacements);
  const special = new Uint8Array(256);
  for (const byte of [...Object.keys(replacements).map(Number), LEAD]) special[byte] = 1;
  return (sink, source, start, end) => {
    const before = sink.length;
    // Most texts need no escaping: they are copied while they are scanned.
    if (copyPlain(sink, source, start, end, special)) return;
    sink.length = before;
    copyEscaped(sink, source, start, end, inXml);
    replaceNoncharacters(sink, before);
  };
}

function replaceNoncharacters(sink: ByteSink, from: number): void {
  const { bytes, length } = sink;
  for (let at = from; at < length - 2; at += 1) {
    if (bytes[at] !== LEAD) continue;
    const last = bytes[at + 2];
    if (bytes[at + 1] === SECOND && (last === FFFE_LAST || last === FFFF_LAST)) bytes[at + 2] = FFFD_LAST;
  }
}
