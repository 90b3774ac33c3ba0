/** Control characters that text does not contain; tab, line and page breaks and escape are allowed. */
const BINARY = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/;

/** What sniffing browsers take for the beginning of an active document (WHATWG MIME Sniffing, and SVG). */
const MARKUP =
  /^\s*(?:<!--|<\?xml|<(?:!doctype|html|head|body|script|iframe|style|title|svg|h1|div|font|table|a|b|br|p)[\s/>])/i;

/** The encoding of a text's byte order mark; without one it is read as UTF-8. */
export function textEncoding(start: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** Whether a piece of a file contains characters that text does not. */
export const isBinary = (piece: string): boolean => BINARY.test(piece);

/** Whether a text begins like HTML, SVG or XML: it would be another kind of file with the extension of a text. */
export const isMarkup = (start: string): boolean => MARKUP.test(start);
