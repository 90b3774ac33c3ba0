import { unguardFormula } from '../../export/formats/formula-guard';
import { BLOCKS } from '../../markup/elements';
import { decoded } from '../../markup/tag-at';
import { tokensOf } from '../../markup/tokens';
import { htmlToMarkdown } from './html-to-markdown';
import { failed, known } from './reading';
import type { ValueReading } from './result';
import { cleanText } from './text-hygiene';

export interface TextSettings {
  /**
   * `plain`: tags are taken out, `<br>` and blocks are line breaks. `markdown`: kept as it is. `html`: made Markdown.
   */
  readonly format: 'plain' | 'markdown' | 'html';
  /** In UTF-16 units, as the database's rules count. */
  readonly maxLength?: number;
  /** Name of what takes the text, for the message about its length. */
  readonly attribute?: string;
}

/** A text without tags and character references; blocks start and end a line. */
function plainText(text: string): string {
  if (!/[<&]/.test(text)) return text;
  const lines = tokensOf(text).map((token) => {
    if (token.kind === 'text') return token.text;
    return token.name === 'br' || BLOCKS.has(token.name) ? '\n' : '';
  });
  return decoded(lines.join(''))
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * The text of a cell: without the apostrophe of an exported CSV file, in NFC, with line feeds, without characters that
 * cannot be shown. Warnings: what was removed, and what looks like a wrong encoding. A text that is too long is an
 * error. Linear time.
 */
export function readText(
  value: string,
  { format, maxLength, attribute = '' }: TextSettings,
): ValueReading<string> {
  const given = unguardFormula(value);
  const converted =
    format === 'markdown' ? given : format === 'plain' ? plainText(given) : htmlToMarkdown(given);
  if (typeof converted !== 'string') return failed('text-too-much-markup', { ...converted });
  const { text, problems } = cleanText(converted);
  if (maxLength !== undefined && text.length > maxLength) {
    return failed('text-too-long', { length: text.length, limit: maxLength, attribute });
  }
  return known(text, problems);
}
