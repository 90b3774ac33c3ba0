import type { ValueProblem } from './result';

/** Controls other than tab and line feed, and Unicode's noncharacters. */
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
/** Objects and soft hyphens of word processors, and byte order marks within a text. */
const INVISIBLE = /[\ufffc\u00ad\ufeff]/g;
/** A no-break space is right before French punctuation, units and percents, after opening quotes, between digits. */
const NEEDLESS_NO_BREAK = /(?<![«\u2039\d])\u00a0(?![:;!?»\u203a%€$°])|(?<=\d)\u00a0(?![\d:;!?»\u203a%€$°])/g;

/**
 * UTF-8 that was read as Windows-1252 (letters of Latin, Georgian, Cyrillic, Arabic; quotes) or as Windows-1251, and
 * what could not be decoded at all. Letters of one language that look like it do not occur so beside each other.
 */
const MOJIBAKE =
  /\ufffd|\u00c3[\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122]|\u00c2[\u00a0-\u00a9\u00ab-\u00bf]|\u00e2[\u0080\u20ac][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u2122]|\u00e1[\u0082\u0083\u0192\u201a]|(?:[\u00d0\u00d1][\u0080-\u00bf\u0152-\u0178\u2013-\u203a\u20ac\u2122]){2}|(?:[\u00d8\u00d9][\u0080-\u00bf\u0152-\u0192\u02c6\u2013-\u203a\u20ac\u2122]){2}|\u0431\u0453|\u0432\u0402[\u0402-\u045f\u2013-\u203a\u2122]|(?:[\u0420\u0421][\u0402-\u040f\u0452-\u045f\u00a0-\u00bb\u2013-\u203a\u2122]){2}/;

const EXCERPT = 40;

/** A text as it is stored, and warnings about what was lost or looks wrong. Linear time. */
export function cleanText(text: string): { text: string; problems: ValueProblem[] } {
  const problems: ValueProblem[] = [];
  let removed = 0;
  const counted = (): string => {
    removed += 1;
    return '';
  };
  const lines = text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n');
  const clean = lines
    .replace(LONE_SURROGATE, counted)
    .replace(CONTROL, counted)
    .replace(INVISIBLE, '')
    .replace(NEEDLESS_NO_BREAK, ' ')
    .normalize('NFC');
  if (removed > 0) {
    problems.push({ severity: 'warning', code: 'text-control-characters', values: { count: removed } });
  }
  // Some of its characters are controls that have been removed.
  const found = MOJIBAKE.exec(text);
  if (found) {
    const start = Math.max(0, found.index - EXCERPT / 2);
    const excerpt = text
      .slice(start, start + EXCERPT)
      .replace(CONTROL, '')
      .replace(LONE_SURROGATE, '');
    problems.push({ severity: 'warning', code: 'text-mojibake', values: { excerpt } });
  }
  return { text: clean, problems };
}
