import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import {
  exampleColumn,
  exampleContext,
  writtenFile,
} from '../../../export/formats/written-file.test-support';
import { xlsx } from '../../../export/formats/xlsx';
import { isUnreadable } from '../source';
import { problemsOf, rowsOf, sourceFolder, valuesOf } from '../source-file.test-support';
import { textRow, workbookFile, type WorkbookParts } from './workbook-file.test-support';

const { source, refusal } = sourceFolder();
const open = async (parts: WorkbookParts, ...more: [settings?: object, limits?: object]) =>
  source('a.xlsx', await workbookFile(parts), ...more);
const refused = async (parts: WorkbookParts, ...more: [settings?: object, limits?: object]) =>
  refusal('a.xlsx', await workbookFile(parts), ...more);

describe('XLSX files', () => {
  it('of LibreOffice are read', async () => {
    const opened = await source('plan.xlsx', await readFile(join(__dirname, 'fixtures/libreoffice.xlsx')));
    expect(opened).toMatchObject({ format: 'xlsx', encoding: null });
    expect(opened.tables.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['ვალდებულებები', undefined],
      ['More', undefined],
      ['Notes', true],
    ]);
    const [table] = opened.tables;
    expect(table!.header).toEqual(['code', 'სათაური', 'start', 'updated', 'done', 'cost', 'share']);
    const rows = await rowsOf(table);
    expect(rows.filter((row) => !isUnreadable(row)).map(({ row, values }) => [row, ...values])).toEqual([
      [
        2,
        '1.1',
        'ღია მონაცემები\nsecond line',
        { day: '2018-10-05' },
        '2019-01-02T10:30:00',
        true,
        1200.5,
        2401,
      ],
      [4, '1.2 merged', null, null, null, false, '=1+1', null],
    ]);
    expect(await problemsOf(opened)).toEqual([
      'formula-cell 2 share',
      'error-cell 4 share',
      'cells-merged 4 code',
    ]);
    await opened.close();
  });

  it('of hucre are read', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['id', 'n', 'd'],
            ['x', 1.5, new Date(Date.UTC(2020, 1, 29))],
            ['', true, null],
          ],
        },
        { name: 'B', rows: [['other']] },
      ],
    });
    const opened = await source('a.xlsx', bytes);
    expect(opened.tables.map(({ name }) => name)).toEqual(['A', 'B']);
    expect((await valuesOf(opened))[0]).toEqual(['x', 1.5, { day: '2020-02-29' }]);
    expect((await valuesOf(opened))[1]!.slice(1)).toEqual([true, null]);
    expect(opened.tables[1]!.problems).toMatchObject([{ severity: 'warning', code: 'no-rows' }]);
  });

  it('of the export come back as they went', async () => {
    const columns = [
      exampleColumn('id', { type: 'string' }),
      exampleColumn('title'),
      exampleColumn('pages', { type: 'integer' }),
      exampleColumn('lent', { type: 'boolean' }),
      exampleColumn('published', { type: 'date' }),
    ];
    const context = exampleContext(columns, { parameters: { headers: 'names' } });
    const text = fc
      .string({
        unit: fc.constantFrom('<', '&', '"', '=', '\r', '\n', '\t', ' ', '_x000D_', '_x', 'ა', '😀', '0'),
      })
      .filter((value) => value !== '');
    const row = fc.tuple(
      fc.uuid(),
      fc.option(text),
      fc.option(fc.integer()),
      fc.option(fc.boolean()),
      fc.option(fc.date({ min: new Date('1901-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (generated) => {
        const rows = generated.map(([id, title, pages, lent, date]) => {
          const published = date?.toISOString().slice(0, 10) ?? null;
          return {
            written: [id, title, pages, lent, published],
            read: [id, title, pages, lent, published && { day: published }],
          };
        });
        const bytes = await writtenFile(
          xlsx,
          context,
          rows.map(({ written }) => written),
        );
        const opened = await source('round.xlsx', bytes);
        expect(opened.tables[0]!.header).toEqual(['id', 'title', 'pages', 'lent', 'published']);
        expect(await problemsOf(opened)).toEqual([]);
        expect(await valuesOf(opened)).toEqual(rows.map(({ read }) => read));
        await opened.close();
      }),
      { numRuns: 25 },
    );
  });

  it.each<[string, { languages: string[]; locale?: string }]>([
    ['all languages', { languages: ['ka', 'en', 'es', 'fr', 'ar'] }],
    ['two', { languages: ['ka', 'en'] }],
    ...['ka', 'en', 'es', 'fr', 'ar'].map((locale): [string, { languages: string[]; locale: string }] => [
      locale,
      { languages: [locale], locale },
    ]),
  ])('of the exports are read without the sheets that describe their data, in %s', async (_name, more) => {
    const context = exampleContext([exampleColumn('id')], { ...more, parameters: { headers: 'names' } });
    const opened = await source('books.xlsx', await writtenFile(xlsx, context, [['a']]));
    expect(opened.tables).toHaveLength(1);
    expect(await valuesOf(opened)).toEqual([['a']]);
    await opened.close();
  });

  it('of others keep sheets with such names, and one that was chosen is read', async () => {
    const about = textRow(1, 'About', 'Books') + textRow(2, 'Rows', '3');
    const opened = await open({
      sheets: {
        Data: textRow(1, 'id') + textRow(2, '1'),
        Columns: textRow(1, 'Column', 'Type'),
        About: textRow(1, 'Rows'),
      },
    });
    expect(opened.tables.map(({ name }) => name)).toEqual(['Data', 'Columns', 'About']);
    const chosen = await open({ sheets: { Data: textRow(1, 'id'), About: about } }, { sheet: 'About' });
    expect(chosen.tables.map(({ name }) => name)).toEqual(['About']);
    const alone = await open({ sheets: { About: about } });
    expect(alone.tables.map(({ name }) => name)).toEqual(['About']);
  });

  it('have shared, rich and escaped texts, and cells and rows without references', async () => {
    const opened = await open({
      strings:
        '<si><t>id</t></si><si><r><t>na</t></r><r><t>me</t></r><rPh><t>reading</t></rPh></si><si><t xml:space="preserve"> a_x000D_b </t></si>',
      sheets: {
        S: '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row r="3"><c r="B3" t="s"><v>2</v></c></row><row><c t="str"><v>x</v></c><c t="s"><v>9</v></c></row>',
      },
    });
    expect(opened.tables[0]!.header).toEqual(['id', 'name']);
    expect((await rowsOf(opened.tables[0])).map(({ row, values }) => [row, ...values])).toEqual([
      [3, null, ' a\rb '],
      [4, 'x', null],
    ]);
    expect(await problemsOf(opened)).toEqual(['cell-broken 4 name']);
  });

  it.each([
    ['dd.mm.yyyy', 43_378, { day: '2018-10-05' }],
    ['[$-437]d mmmm, yyyy;@', 43_378.75, { day: '2018-10-05' }],
    ['yyyy-mm-dd hh:mm', 43_378.4375, '2018-10-05T10:30:00'],
    ['yyyy-mm-dd hh:mm', 43_378, { day: '2018-10-05' }],
    ['mmm-yy', 59, { day: '1900-02-28' }],
    ['mmm-yy', 1, { day: '1900-01-01' }],
    ['mmm-yy', 61, { day: '1900-03-01' }],
    ['h:mm AM/PM', 0.5, '12:00:00'],
    ['[h]:mm', 1.5, 1.5],
    ['0.00E+00', 12, 12],
    ['#,##0 "days"', 12, 12],
    ['[Red]0;\\d0', 12, 12],
    ['General', 12, 12],
  ])('have numbers of the format %s read: %s', async (format, number, expected) => {
    const sheet = `${textRow(1, 'a')}<row r="2"><c s="0"><v>${number}</v></c></row>`;
    const opened = await open({ formats: [format], sheets: { S: sheet } });
    expect(await valuesOf(opened)).toEqual([[expected]]);
  });

  it('may count days from 1904; days outside of the calendar are problems', async () => {
    const rows = [0, 41_916, 60, -1, 1e9].map((number) => `<row><c s="0"><v>${number}</v></c></row>`);
    const sheets = { S: textRow(1, 'a') + rows.join('') };
    const old = await open({ formats: ['yyyy-mm-dd'], is1904: true, sheets });
    expect((await valuesOf(old)).slice(0, 2)).toEqual([[{ day: '1904-01-01' }], [{ day: '2018-10-05' }]]);
    const usual = await open({ formats: ['yyyy-mm-dd'], sheets });
    expect(await problemsOf(usual)).toEqual([2, 4, 5, 6].map((row) => `date-out-of-range ${row} a`));
  });

  it('warn of formulas once per column and refuse those without result', async () => {
    const formula = (value: string) => `<row><c><f>A1</f>${value}</c></row>`;
    const sheet = textRow(1, 'a') + formula('<v>1</v>') + formula('<v>2</v>') + formula('');
    const opened = await open({ sheets: { S: sheet } });
    const rows = await rowsOf(opened.tables[0]);
    expect(
      rows.flatMap(({ problems }) =>
        problems.map(({ severity, code, place }) => [severity, code, place.row]),
      ),
    ).toEqual([
      ['warning', 'formula-cell', 2],
      ['error', 'formula-without-result', 4],
    ]);
    expect(rows.map(({ values }) => values[0])).toEqual([1, 2, null]);
  });

  it('have a sheet and a row of the header chosen', async () => {
    const sheets = {
      One: textRow(1, 'x') + textRow(2, 'y'),
      Two: textRow(1, 'Title') + textRow(3, 'id') + textRow(4, '1'),
    };
    const opened = await open({ sheets }, { sheet: 'Two', headerRow: 3 });
    expect(opened.tables).toMatchObject([{ name: 'Two', header: ['id'], headerRow: 3 }]);
    expect(await valuesOf(opened)).toEqual([['1']]);
    expect(await refused({ sheets }, { sheet: 'Three' })).toEqual(['sheet-missing']);
    expect((await open({ sheets }, { headerRow: 9 })).tables[0]!.problems).toMatchObject([
      { code: 'header-missing', values: { row: 9 } },
    ]);
  });

  it.each<[string, WorkbookParts]>([
    ['no sheet', { sheets: {} }],
    ['empty sheets', { sheets: { A: '', B: '<row r="1"/><row r="2"><c r="A2"/></row>' } }],
    ['values in a hidden sheet only', { sheets: { A: '', B: textRow(1, 'a') }, hidden: ['B'] }],
  ])('with %s are refused', async (_what, parts) => {
    expect(await refused(parts)).toEqual(['workbook-empty']);
  });

  it('may have empty sheets beside others', async () => {
    const opened = await open({ sheets: { A: textRow(1, 'a') + textRow(2, 'x'), B: '' } });
    expect(opened.tables.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      [],
      ['header-missing'],
    ]);
  });

  it('with rows that are not in the order of their numbers have none of them lost without a word', async () => {
    const rows = [
      textRow(4, 'before'),
      textRow(2, 'code'),
      textRow(3, 'a'),
      textRow(5, 'b'),
      textRow(5, 'c'),
    ];
    const found = await open({ sheets: { S: rows.join('') } }, { headerRow: 2 });
    expect(await problemsOf(found)).toEqual([
      'row-out-of-order 2 -',
      'row-out-of-order 3 -',
      'row-out-of-order 5 -',
    ]);
    const blank = await open({ sheets: { S: textRow(1, 'code') + textRow(3, 'a') + '<row r="2"/>' } });
    expect(await problemsOf(blank)).toEqual([]);
  });

  it('warn of merged cells below the header, with their range', async () => {
    const rows = [textRow(1, 'Plan'), textRow(2, 'code', 'title'), textRow(3, 'a', 'x'), textRow(4, '', 'y')];
    const merged = ['A1:B1', 'A3:A4', 'B4:D4'].map((range) => `<mergeCell ref="${range}"/>`).join('');
    const behind = { S: `<mergeCells count="3">${merged}</mergeCells>` };
    const opened = await open({ sheets: { S: rows.join('') }, behind }, { headerRow: 2 });
    const problems = (await rowsOf(opened.tables[0])).flatMap((row) => row.problems);
    expect(
      problems.map(({ severity, code, place, values }) => [severity, code, place.row, place.column, values]),
    ).toEqual([
      ['warning', 'cells-merged', 3, 'code', { range: 'A3:A4', more: 0 }],
      ['warning', 'cells-merged', 4, 'title', { range: 'B4:D4', more: 0 }],
    ]);
    expect((await rowsOf(opened.tables[0])).filter((row) => !isUnreadable(row))).toHaveLength(2);
  });

  it('report of many merged ranges the first, and how many more there are', async () => {
    const ranges = Array.from({ length: 60 }, (_, at) => `<mergeCell ref="A${at * 2 + 2}:A${at * 2 + 3}"/>`);
    const behind = { S: `<mergeCells>${ranges.join('')}</mergeCells>` };
    const opened = await open({ sheets: { S: textRow(1, 'a') + textRow(2, 'x') }, behind });
    const problems = (await rowsOf(opened.tables[0])).flatMap((row) => row.problems);
    expect(problems).toHaveLength(50);
    expect(problems.at(-1)!.values).toEqual({ range: 'A100:A101', more: 10 });
    expect(problems[0]!.values).toEqual({ range: 'A2:A3', more: 0 });
  });

  it('warn of hidden columns and rows, whose values are read', async () => {
    const hiddenRow = (row: number, text: string) =>
      textRow(row, text, text).replace('<row', '<row hidden="1"');
    const before = {
      S: '<cols><col min="2" max="9" hidden="true"/><col min="1" max="1" hidden="0"/></cols>',
    };
    const rows = [textRow(1, 'code', 'cost'), textRow(2, 'a', '1'), hiddenRow(3, 'b'), hiddenRow(4, 'c')];
    const opened = await open({ sheets: { S: rows.join('') }, before });
    expect(opened.tables[0]!.problems).toMatchObject([
      { severity: 'warning', code: 'column-hidden', place: { row: 1, column: 'cost' } },
    ]);
    const read = await rowsOf(opened.tables[0]);
    expect(read.filter((row) => !isUnreadable(row)).map(({ values }) => values)).toEqual([
      ['a', '1'],
      ['b', 'b'],
      ['c', 'c'],
    ]);
    expect(read.flatMap(({ problems }) => problems)).toMatchObject([
      { severity: 'warning', code: 'rows-hidden', place: { row: 3, column: null }, values: { count: 2 } },
    ]);
  });

  it('have a hidden sheet marked unless it is chosen', async () => {
    const parts = { sheets: { A: textRow(1, 'a'), B: textRow(1, 'b') }, hidden: ['A'] };
    const shown = async (settings?: object) =>
      (await open(parts, settings)).tables.map(({ name, isHidden }) => [name, isHidden ?? false]);
    expect(await shown()).toEqual([
      ['B', false],
      ['A', true],
    ]);
    expect(await shown({ sheet: 'A' })).toEqual([['A', false]]);
  });

  it('are refused with document types, broken XML, too many sheets, columns or rows', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData>&a;</sheetData></worksheet>';
    const typed = await open({ sheets: { S: '' }, more: { 'xl/worksheets/sheet1.xml': bomb } });
    expect(typed.tables[0]!.problems).toMatchObject([{ code: 'xlsx-broken' }]);
    const cut = await open({ sheets: { S: `${textRow(1, 'a')}${textRow(2, 'x')}<row><c>` } });
    expect(await problemsOf(cut)).toEqual(['xlsx-broken 3 -']);
    expect(await refused({ sheets: { A: '', B: '', C: '' } }, {}, { sheets: 2 })).toEqual([
      'too-many-sheets',
    ]);
    const wide = await open({ sheets: { S: `<row><c r="ZZZZ1"><v>1</v></c></row>` } });
    expect(wide.tables[0]!.problems).toMatchObject([{ code: 'too-many-columns' }]);
    const long = await open({ sheets: { S: textRow(1, 'a') + textRow(2, 'x') + textRow(9_999_999, 'x') } });
    expect(await problemsOf(long)).toEqual(['too-many-rows 3 -']);
  });

  it('that unpack to too much are refused', async () => {
    const sheets = { S: textRow(1, 'a') + textRow(2, 'x'.repeat(3_000_000)) };
    expect(await refused({ sheets }, {}, { ratioFromBytes: 1_000_000 })).toEqual(['xlsx-too-large']);
    expect(await refused({ sheets }, {}, { unpackedBytes: 1_000_000 })).toEqual(['xlsx-too-large']);
    const strings = `<si><t>${'x'.repeat(2000)}</t></si>`;
    expect(await refused({ sheets: { S: '' }, strings }, {}, { sharedCharacters: 1000 })).toEqual([
      'xlsx-too-large',
    ]);
  });

  it('that say they are smaller than they are, are refused', async () => {
    const bytes = await workbookFile({ sheets: { S: textRow(1, 'a') + textRow(2, 'x'.repeat(500_000)) } });
    // The unpacked size in the directory: 24 bytes after the signature of the entry.
    const name = bytes.lastIndexOf('xl/worksheets/sheet1.xml');
    bytes.writeUInt32LE(1000, name - 46 + 24);
    const opened = await source('a.xlsx', bytes);
    expect([...opened.tables[0]!.problems.map(({ code }) => code), ...(await problemsOf(opened))]).toContain(
      'xlsx-broken',
    );
  });

  it('lose only a cell that is too large', async () => {
    const sheets = { S: textRow(1, 'a', 'b') + textRow(2, '1', 'x'.repeat(200_000)) + textRow(3, '2', 'y') };
    const opened = await open({ sheets }, {}, { cellCharacters: 100_000 });
    expect(await problemsOf(opened)).toEqual(['cell-too-large 2 b']);
    expect(await valuesOf(opened)).toEqual([
      ['1', null],
      ['2', 'y'],
    ]);
    const larger = await open({ sheets }, {}, { rowBytes: 50_000 });
    expect(await problemsOf(larger)).toEqual(['row-too-large 2 -']);
  });

  it('that are no workbooks are refused', async () => {
    const bytes = await workbookFile({ sheets: { S: textRow(1, 'a') } });
    expect(await refusal('a.xlsx', bytes.subarray(0, 300))).toEqual(['xlsx-broken']);
    const encrypted = Buffer.from(bytes);
    for (
      let at = encrypted.indexOf('PK\u0001\u0002');
      at !== -1;
      at = encrypted.indexOf('PK\u0001\u0002', at + 4)
    ) {
      encrypted.writeUInt16LE(encrypted.readUInt16LE(at + 8) | 1, at + 8);
    }
    expect(await refusal('a.xlsx', encrypted)).toEqual(['xlsx-encrypted']);
  });
});
