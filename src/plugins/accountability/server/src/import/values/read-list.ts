import { failed, known } from './reading';
import type { ValueReading } from './result';

/** `br`: `<br>` in any writing; `newline`: line breaks; anything else is the text between two items. */
export type ListSeparator = 'br' | 'newline' | (string & {});

const MAX_ITEMS = 10_000;
const MARK = '\u0000';
const BREAK = /<br\s{0,10}\/?>/gi;

/** The items of a cell, trimmed, without empty ones. Linear time. */
export function readList(
  value: string,
  { separators }: { readonly separators: readonly ListSeparator[] },
): ValueReading<string[]> {
  let text = value.replaceAll(MARK, '');
  for (const separator of separators) {
    if (separator === 'br') text = text.replace(BREAK, MARK);
    else if (separator === 'newline') text = text.replace(/[\r\n]/g, MARK);
    else if (separator !== '') text = text.replaceAll(separator, MARK);
  }
  const items = text
    .split(MARK)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length > MAX_ITEMS ? failed('list-too-long', { limit: MAX_ITEMS }) : known(items);
}
