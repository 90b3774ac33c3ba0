import { writingDirection } from '../../../shared/writing-direction';
import { writtenAs } from './written-as';

const formats = new Map<string, Intl.ListFormat>();

/** The end of a truncated list. */
export const MORE = '…';

/**
 * Items as a language lists them: "a, b and c", or "a, b or c"; a dash for none. A list that was cut has no "and" before its end. Where
 * a language is written from the right, items have commas beside the "and", which is part of the next word: codes in
 * Latin letters would be hard to distinguish.
 */
export function listText(
  language: string,
  items: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  if (items.length === 0) return '–';
  const isFromRight = writingDirection(language) === 'rtl' && type === 'conjunction';
  const isPlain = items.at(-1) === MORE || isFromRight;
  const key = `${language} ${isPlain ? '' : type}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.ListFormat(writtenAs(language), isPlain ? { type: 'unit', style: 'short' } : { type });
    formats.set(key, format);
  }
  return format.format(items);
}
