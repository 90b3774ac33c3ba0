/** Letters and control characters differ in these bits. */
const LETTER = 0x60;
const CONTROL = 0x1f;

/** Below every character of a language's code, and above every one a hidden code begins with. */
export const FIRST_SHOWN = ' ';

/**
 * What stands in a row's language while nobody may see it: the code with its first letter as the control character
 * of the same place in the alphabet, which no code has. It is as long as the code, so that SQLite writes only the
 * bytes that differ when the row appears. Pure.
 */
export const hiddenLocale = (locale: string): string =>
  String.fromCharCode(locale.charCodeAt(0) & CONTROL) + locale.slice(1);

/** The language of a hidden row. Pure. */
export const shownLocale = (hidden: string): string =>
  String.fromCharCode(hidden.charCodeAt(0) | LETTER) + hidden.slice(1);
