import { BREAK } from './inline';

/** Whether nothing but blanks stands behind the last line feed. */
function endsLine(text: string): boolean {
  const lineFeed = text.lastIndexOf('\n');
  return lineFeed !== -1 && text.slice(lineFeed).trim() === '';
}

/** Whether nothing but blanks stands before the first line feed. */
function beginsLine(text: string): boolean {
  const lineFeed = text.indexOf('\n');
  return lineFeed !== -1 && text.slice(0, lineFeed).trim() === '';
}

/**
 * Settles what the line breaks of tags mean beside those of the text: two in a row end a paragraph, one beside a line
 * feed adds nothing to it, and none stands at the beginning or the end.
 */
export function withLineBreaks(text: string): string {
  const [first = '', ...rest] = text.split(BREAK);
  const parts: string[] = [first];
  let isBlank = first.trim() === '';
  let before = first;
  let breaks = 0;
  for (const part of rest) {
    breaks += 1;
    if (part.trim() === '') {
      if (part.includes('\n\n')) before = part;
      continue;
    }
    if (!isBlank) {
      const isSeparate = endsLine(before) || beginsLine(part);
      parts.push(breaks > 1 ? '\n\n' : isSeparate ? '' : BREAK);
    }
    parts.push(part);
    isBlank = false;
    before = part;
    breaks = 0;
  }
  return parts.join('');
}
