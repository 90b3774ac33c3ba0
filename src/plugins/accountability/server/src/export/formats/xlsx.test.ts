import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { exampleColumn, exampleContext, writtenFile } from './written-file.test-support';
import type { Value } from './written';
import { xlsx } from './xlsx';
import { CUT_MARK, cutText, MAX_CHARACTERS } from './xlsx/text-cell';
import { serialOf } from './xlsx/value-cell';
import { columnLetters } from './xlsx/sheet';
import { sheetNames } from './xlsx/workbook';

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

const write = (rows: Value[][], more = {}) => writtenFile(xlsx, exampleContext(columns, more), rows);
/** The sheets as a third-party parser reads them. */
const read = async (rows: Value[][], more = {}) =>
  (await readXlsx(await write(rows, more), { readStyles: true })).sheets;

const hostile = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({
      unit: fc.constantFrom(
        ...['<', '>', '&', '"', '=', '+', '-', '@', '\r', '\n', '\t', ' ', '_x000D_', '_x', '_', '\u0001'],
        ...['\uFFFE', '\uFFFF', '\uFEFF', 'ა', 'Ა', '😀', '\u202Eab', '\u00A0'],
      ),
    }),
  )
  .filter((text) => text !== '');
const carried = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uFFFE\uFFFF]/g, '\uFFFD');

describe('XLSX', () => {
  it('gives back every text, never a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 6 }), async (texts) => {
        const [data] = await read(
          texts.map((text) => [text, text, null, null, null, null, null, [text, 'ბ']]),
        );
        expect(data!.rows.slice(1).map((row) => [row[0], row[1], row[7]])).toEqual(
          texts.map((text) => [carried(text), carried(text), `${carried(text)}; ბ`]),
        );
        expect([...(data!.cells?.values() ?? [])].filter(({ formula }) => formula)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has real numbers, truth values, days and times', async () => {
    const [data] = await read([
      ['a', null, 12, -1.5, true, '2024-02-29', '2026-11-01T10:20:30Z', []],
      ['b', '', 0, 1e21, false, '1900-03-01', '1999-12-31T23:59:59Z', []],
    ]);
    expect(data!.rows.slice(1)).toEqual(
      [
        ['a', null, 12, -1.5, true, new Date('2024-02-29'), new Date('2026-11-01T10:20:30Z'), null],
        ['b', '', 0, 1e21, false, new Date('1900-03-01'), new Date('1999-12-31T23:59:59Z'), null],
      ].map((row) => row.slice(0, data!.rows[1]!.length)),
    );
  });

  it('leaves as text what a workbook would change: old days, long numbers', async () => {
    const [data] = await read([
      ['a', null, '1234567890123456', 'NaN', null, '1899-05-01', '0900-01-01T00:00:00Z', []],
    ]);
    expect(data!.rows[1]!.slice(2, 7)).toEqual([
      '1234567890123456',
      'NaN',
      null,
      '1899-05-01',
      '0900-01-01T00:00:00Z',
    ]);
  });

  it('has headings in both languages, frozen and with a filter, and says what the columns are', async () => {
    const [data, dictionary, about] = await read([['a', 'b', 1, 1, true, null, null, []]]);
    expect(data!.name).toBe('წიგნები – Books');
    expect(data!.rows[0]![0]).toBe('სვეტი / Column');
    expect(data!.freezePane).toMatchObject({ rows: 1 });
    expect(data!.autoFilter).toMatchObject({ range: 'A1:H2' });
    expect(dictionary!.rows.map((row) => row[0])).toEqual([
      'სვეტის სახელი / Column name',
      ...columns.map(({ name }) => name),
    ]);
    expect(dictionary!.rows[1]).toEqual(expect.arrayContaining(['სვეტი', 'Column']));
    expect(about!.rows.flat().join('\n')).toContain('creativecommons.org');
  });

  it('is in one language where one is requested, and has the names for headings on request', async () => {
    const [data] = await read([], { locale: 'en', parameters: { headers: 'labels' } });
    expect([data!.name, data!.rows[0]![0]]).toEqual(['Books', 'Column']);
    const [named] = await read([], { parameters: { headers: 'names' } });
    expect(named!.rows[0]).toEqual(columns.map(({ name }) => name));
  });

  it('cuts what no cell can hold, marks it, and says how often it did', async () => {
    const long = `${'ა'.repeat(MAX_CHARACTERS - CUT_MARK.length - 1)}😀${'ბ'.repeat(10)}`;
    const [data, , about] = await read([
      ['a', long, null, null, null, null, null, []],
      ['b', 'ა'.repeat(MAX_CHARACTERS), null, null, null, null, null, []],
    ]);
    const cut = data!.rows[1]![1] as string;
    expect(cut).toBe(`${'ა'.repeat(MAX_CHARACTERS - CUT_MARK.length - 1)}${CUT_MARK}`);
    expect(data!.rows[2]![1]).toBe('ა'.repeat(MAX_CHARACTERS));
    expect(about!.rows.at(-1)![1]).toContain(`1. `);
    expect(cutText('ა')).toBe('ა');
  });

  it('makes the same bytes of the same rows', async () => {
    const rows: Value[][] = [['a', 'b', 1, 1, true, null, null, ['x']]];
    expect((await write(rows)).equals(await write(rows))).toBe(true);
  });

  it('breaks off with the error of the rows', async () => {
    async function* failing() {
      yield {
        count: 0,
        row: () => {
          throw new Error('none');
        },
      };
      throw new Error('the database went away');
    }
    const output = {
      sink: new (await import('../bytes/byte-sink')).ByteSink(),
      isFull: () => false,
      flush: async () => undefined,
      end: jest.fn(),
    };
    await expect(xlsx.write(failing(), exampleContext(columns), output)).rejects.toThrow(
      'the database went away',
    );
    expect(output.end).not.toHaveBeenCalled();
  });

  it('counts days as a workbook does', () => {
    expect([serialOf('1900-03-01'), serialOf('2000-01-01'), serialOf('2026-11-01T12:00:00Z')]).toEqual([
      61, 36526, 46327.5,
    ]);
    expect([serialOf('1900-02-28'), serialOf('soon')]).toEqual([null, null]);
  });

  it('names its sheets in the first languages of which there is room, and writes sentences on lines of their own', async () => {
    const languages = ['ka', 'en', 'es', 'fr', 'ar'];
    const sheets = await read([], { languages });
    const names = sheets.map(({ name }) => name);
    expect(names.slice(1)).toEqual(['სვეტები – Columns – Columnas', 'ფაილის შესახებ – About']);
    const one = await read([], { languages: ['ar'] });
    expect(one.map(({ name }) => name)).toEqual(['books', 'الأعمدة', 'حول']);
    const [cut, times] = [...sheets[2]!.rows].reverse().map((row) => String(row[1]).split('\n'));
    expect([cut?.length, times?.length]).toEqual([5, 5]);
    expect(cut?.at(-1)).toMatch(/^0\. [\u0600-\u06ff]/);
  });

  it('names columns and sheets as a workbook may', () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    expect(sheetNames(['a/b:c', 'Columns', 'columns', 'ა'.repeat(40)])).toEqual([
      'a–b–c',
      'Columns',
      'columns (3)',
      'ა'.repeat(31),
    ]);
  });
});
