/**
 * What is no text, or turns the text around it: control characters but line break and tab, embeddings and overrides
 * of direction, invisible spaces, and code points Unicode keeps for itself (XML knows no way to write those).
 * Marks of direction and joiners stay: Arabic, Persian and emoji need them.
 */
const NO_TEXT =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0001}]/gu;

const LONE_SURROGATES = /\p{Surrogate}/gu;
const LINE_BREAKS = /\r\n|[\r\u2028\u2029\u0085\u000B\u000C]/g;

/**
 * Text as it is stored: well-formed, composed (NFC), line breaks as `\n`, nothing in it but text. Cleaning it again
 * changes nothing.
 */
export const cleanText = (text: string): string =>
  text
    .replace(LINE_BREAKS, '\n')
    .replace(LONE_SURROGATES, '\uFFFD')
    .replace(NO_TEXT, '')
    .normalize('NFC')
    .trim();

/** The same for what has one line only. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ');

/** How many characters people would count, but for marks that combine. */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

/** Whether there is something to see: a letter, a figure, a sign. */
export const isVisible = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
