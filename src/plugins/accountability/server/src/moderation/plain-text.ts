/**
 * Characters that are not text, or reorder the text around them: control characters except line break and tab,
 * bidirectional embeddings and overrides, invisible spaces, and noncharacters (which XML cannot represent).
 * Direction marks and joiners are kept: Arabic, Persian and emoji need them.
 */
const NO_TEXT =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0001}]/gu;

const LONE_SURROGATES = /\p{Surrogate}/gu;
const LINE_BREAKS = /\r\n|[\r\u2028\u2029\u0085\u000B\u000C]/g;

/**
 * Cleans a text for storage: well-formed, composed (NFC), line breaks as `\n`, without the characters above.
 * Idempotent.
 */
export const cleanText = (text: string): string =>
  text
    .replace(LINE_BREAKS, '\n')
    .replace(LONE_SURROGATES, '\uFFFD')
    .replace(NO_TEXT, '')
    .normalize('NFC')
    .trim();

/** The same for single-line text. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ');

/** Number of code points, without combining marks. */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

/** Whether a text has a visible character: a letter, a digit, a symbol. */
export const isVisible = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text);
