import { partOutput } from '../output';
import type { OutputColumn } from '../../datasets/output-columns';
import type { ColumnDeclaration } from '../../datasets/declaration';
import type { RowBatch } from '../source/rows';
import type { FileContext, Format } from './format';
import { rowOf, type Value } from './written';

const words = { ka: 'სვეტი', en: 'Column' };

/** For specs: a column. */
export const exampleColumn = (name: string, more: Partial<ColumnDeclaration> = {}): OutputColumn => ({
  name,
  locale: null,
  declaration: { name, type: 'text', source: name, labels: words, description: words, ...more },
});

/** For specs: the context of a file of a library's books. */
export const exampleContext = (
  columns: readonly OutputColumn[],
  more: Partial<FileContext> = {},
): FileContext => ({
  dataset: {
    name: 'books',
    contentType: 'api::book.book',
    key: 'id',
    labels: { ka: 'წიგნები', en: 'Books' },
    description: { ka: 'ბიბლიოთეკის წიგნები', en: 'The books of the library' },
    columns: columns.map(({ declaration }) => declaration),
  },
  columns,
  locale: null,
  languages: ['ka', 'en'],
  base: 'https://library.example/api/open-data',
  licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  parameters: {},
  ...more,
});

async function* inBatches(rows: readonly (readonly Value[])[], size: number): AsyncGenerator<RowBatch> {
  for (let start = 0; start < rows.length; start += size) {
    const some = rows.slice(start, start + size);
    yield { count: some.length, row: (index) => rowOf(some[index] as readonly Value[]) };
  }
}

/** For specs: the file a format produces for rows. */
export async function writtenFile(
  format: Format,
  context: FileContext,
  rows: readonly (readonly Value[])[],
): Promise<Buffer> {
  const parts: Buffer[] = [];
  const output = partOutput(async (part) => {
    parts.push(Buffer.from(part));
    return new ArrayBuffer(16);
  });
  await format.write(inBatches(rows, 3), context, output);
  return Buffer.concat(parts);
}
