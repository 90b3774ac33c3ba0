/**
 * What a spreadsheet takes for the start of a formula, also after spaces (OWASP, CSV injection), and such a start that
 * already has apostrophes before it: it gets one more, so that reading takes off exactly what was added.
 */
const GUARDED_START = /^'*(?:[\t\r\n]|[\s\u00A0\u200B\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/** Whether the text would get an apostrophe. */
export const needsGuard = (text: string): boolean => GUARDED_START.test(text);

/**
 * Prevents a spreadsheet from running a text as a formula: a dangerous prefix gets an apostrophe before it. Other
 * texts are returned unchanged.
 */
export const guardFormula = (text: string): string => (needsGuard(text) ? `'${text}` : text);

/** The text that `guardFormula` was given: the inverse for every text. A guarded start without apostrophe stays. */
export const unguardFormula = (text: string): string =>
  text.startsWith("'") && needsGuard(text) ? text.slice(1) : text;
