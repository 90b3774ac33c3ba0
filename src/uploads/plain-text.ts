/** Control characters no text has; tab, line and page breaks and escape are none of them. */
const BINARY = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/;

/** What browsers that guess take for the beginning of a document to run (WHATWG MIME Sniffing, and SVG). */
const MARKUP = new RegExp(
  `^\\s*(?:<!--|<\\?xml|<(?:!doctype|html|head|body|script|iframe|style|title|svg|h1|div|font|table|a|b|br|p)[\\s/>])`,
  'i',
);

/** The encoding a text's first bytes name; without a mark it is read as UTF-8. */
export function textEncoding(start: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Whether a piece of a file holds what no text does. */
export const isBinary = (piece: string): boolean => BINARY.test(piece);

/** Whether a text begins as HTML, SVG or XML do: it would be another kind of file under the ending of a text. */
export const isMarkup = (start: string): boolean => MARKUP.test(start);
