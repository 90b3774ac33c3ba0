import fc from 'fast-check';
import { readParquet } from '../../../../../../../tests/support/parquet';
import { parquet } from './parquet';
import { exampleColumn, exampleContext, writtenFile } from './written-file.test-support';

const columns = [
  exampleColumn('id', { type: 'string', source: 'documentId' }),
  exampleColumn('title', { localized: true }),
  exampleColumn('pages', { type: 'integer' }),
  exampleColumn('price', { type: 'number' }),
  exampleColumn('lent', { type: 'boolean' }),
  exampleColumn('published', { type: 'date' }),
  exampleColumn('updated_at', { type: 'datetime' }),
  exampleColumn('names', { type: 'string', separator: '; ' }),
];
const text = fc.string({ unit: 'binary', maxLength: 30 });
const time = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
const row = fc.tuple(
  text,
  fc.option(text),
  fc.option(fc.integer()),
  fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
  fc.option(fc.boolean()),
  fc.option(time.map((date) => date.toISOString().slice(0, 10))),
  fc.option(time.map((date) => `${date.toISOString().slice(0, 19)}Z`)),
  fc.array(text, { maxLength: 3 }),
);

describe('Parquet', () => {
  it('gives back every value with its type, null and empty text, empty list and list apart', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        const { records } = readParquet(await writtenFile(parquet, exampleContext(columns), rows));
        expect(records.map((record) => columns.map(({ name }) => record[name]))).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('has its columns without rows, and says where it is from', async () => {
    const file = await writtenFile(parquet, exampleContext(columns, { locale: 'ka' }), []);
    const { records, columns: read, metadata } = readParquet(file);
    expect(records).toEqual([]);
    expect(read).toEqual(
      ['u', 'u', 'l', 'g', 'b', 'tdD', 'tsm:UTC', '+l'].map((format, index) => ({
        name: columns[index]!.name,
        format,
      })),
    );
    expect(metadata).toMatchObject({
      dataset: 'books',
      locale: 'ka',
      license_url: 'https://creativecommons.org/licenses/by/4.0/',
      columns: expect.stringContaining('Column'),
    });
  });

  it('writes many rows as several groups', async () => {
    const rows = Array.from({ length: 2001 }, (_, number) => [`id-${number}`, 'ა']);
    const file = await writtenFile(parquet, exampleContext(columns.slice(0, 2)), rows);
    expect(readParquet(file).records.map(({ id }) => id)).toEqual(rows.map(([id]) => id));
    expect(readParquet(file, { rowGroups: [1] }).records.map(({ id }) => id)).toEqual(
      rows.slice(16).map(([id]) => id),
    );
  });
});
