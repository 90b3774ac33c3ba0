import { textOf } from '../plan/convert-value';
import type { SourceTable } from '../source/source';

/** Rows that are read: enough to meet the words of a vocabulary. */
const MAX_ROWS = 2000;
/** A column with more different texts has no words of a vocabulary. */
const MAX_TEXTS = 50;
/** Of a text: what a saved mapping takes as a word. */
const MAX_LENGTH = 200;

/**
 * By position of the column the different texts in its first rows, in their order; none of a column that has many or
 * long ones. Reads the table; memory is bounded.
 * @throws SourceError `source-changed`
 */
export async function columnTexts(table: SourceTable): Promise<readonly (readonly string[])[]> {
  const texts: (Set<string> | null)[] = table.header.map(() => new Set<string>());
  let rows = 0;
  for await (const { values } of table.rows()) {
    texts.forEach((known, at) => {
      const text = textOf(values[at] ?? null)?.trim() ?? '';
      if (known === null || text === '') return;
      known.add(text);
      if (text.length > MAX_LENGTH || known.size > MAX_TEXTS) texts[at] = null;
    });
    rows += 1;
    if (rows === MAX_ROWS) break;
  }
  return texts.map((known) => [...(known ?? [])]);
}
