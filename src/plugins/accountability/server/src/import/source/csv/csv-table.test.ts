import fc from 'fast-check';
import { csv } from '../../../export/formats/csv';
import {
  exampleColumn,
  exampleContext,
  writtenFile,
} from '../../../export/formats/written-file.test-support';
import { problemsOf, rowsOf, sourceFolder, valuesOf } from '../source-file.test-support';

const { source, open, refusal } = sourceFolder();

const utf16 = (text: string, isBigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
};

/** Encodes with a one-byte code page, the inverse of its decoder. */
function inCodePage(text: string, label: 'windows-1251' | 'windows-1252'): Buffer {
  const special = {
    'windows-1251': { '“': 0x93, '”': 0x94, '№': 0xb9 },
    'windows-1252': { '“': 0x93, '”': 0x94, '–': 0x96, '’': 0x92 },
  };
  const decoder = new TextDecoder(label === 'windows-1252' ? 'latin1' : label);
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) bytes.set(decoder.decode(Uint8Array.of(byte)), byte);
  for (const [character, byte] of Object.entries(special[label])) bytes.set(character, byte);
  return Buffer.from([...text].map((character) => bytes.get(character)!));
}

describe('CSV files', () => {
  it('are read with row numbers as a spreadsheet shows them', async () => {
    const opened = await source('a.csv', 'id,title\r\n1,"two\nlines"\r\n\r\n2,x\r\n');
    expect(opened).toMatchObject({ format: 'csv', encoding: 'utf-8' });
    expect(opened.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(opened.tables[0]).toMatchObject({
      name: null,
      header: ['id', 'title'],
      headerRow: 1,
      problems: [],
    });
    expect((await rowsOf(opened.tables[0])).map(({ row, values }) => [row, ...values])).toEqual([
      [2, '1', 'two\nlines'],
      [4, '2', 'x'],
    ]);
  });

  it('keep an empty text apart from nothing', async () => {
    expect(await valuesOf(await source('a.csv', 'a,b,c\n"",,x\n'))).toEqual([['', null, 'x']]);
  });

  it.each([',', ';', '\t', '|'])('have the separator %j found', async (separator) => {
    const text = ['id', 'name', 'note'].join(separator) + `\n1${separator}"a, b; c"${separator}1:5\n`;
    expect(await valuesOf(await source('a.csv', text))).toEqual([['1', 'a, b; c', '1:5']]);
    expect(await valuesOf(await source('a.csv', 'id;price\n1;1,5\n2;2,5\n'))).toEqual([
      ['1', '1,5'],
      ['2', '2,5'],
    ]);
  });

  it('take a declared separator and the one of a first line', async () => {
    expect((await source('a.csv', 'a,b;c\n', { separator: ';' })).tables[0]!.header).toEqual(['a,b', 'c']);
    const directed = await source('a.csv', 'sep=|\r\na,b|c\r\n1|2\r\n');
    expect(directed.tables[0]).toMatchObject({ header: ['a,b', 'c'], headerRow: 2 });
    expect((await rowsOf(directed.tables[0]))[0]).toMatchObject({ row: 3, values: ['1', '2'] });
  });

  it('are read with any line end, mixed ones too', async () => {
    expect(await valuesOf(await source('a.csv', 'a,b\r1,2\r\n3,4\n5,6'))).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  const georgian = 'id;სახელი\n1;ვალდებულება\n';
  it.each([
    ['utf-8', Buffer.from(georgian)],
    ['utf-8', Buffer.from(`\uFEFF${georgian}`)],
    ['utf-16le', utf16(`\uFEFF${georgian}`, false)],
    ['utf-16be', utf16(`\uFEFF${georgian}`, true)],
    ['utf-16le', utf16(georgian, false)],
    ['utf-16be', utf16(georgian, true)],
  ])('are read in %s, with and without byte order mark', async (encoding, bytes) => {
    const opened = await source('a.csv', bytes);
    expect(opened.encoding).toBe(encoding);
    expect(opened.tables[0]!.header).toEqual(['id', 'სახელი']);
    expect(await valuesOf(opened)).toEqual([['1', 'ვალდებულება']]);
  });

  it.each([
    ['windows-1251', 'код;название\n1;Обязательство “Открытые данные” № 5\n2;и так далее\n'],
    ['windows-1252', 'code;título\n1;Participación pública – “año 2024”\n2;à côté de l’été\n'],
  ] as const)('are read in %s, detected and declared', async (encoding, text) => {
    const bytes = inCodePage(text, encoding);
    const expected = text
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(';'));
    const opened = await source('a.csv', bytes);
    expect(opened.encoding).toBe(encoding);
    expect(await valuesOf(opened)).toEqual(expected);
    expect(await valuesOf(await source('a.csv', bytes, { encoding }))).toEqual(expected);
  });

  it('name the row and column of broken UTF-8, not of a replacement character in whole UTF-8', async () => {
    const whole = Buffer.from('id,სახელი\n1,აბგ\n2,დევ\n');
    const at = whole.indexOf('დევ');
    const broken = Buffer.concat([whole.subarray(0, at), Buffer.from([0xff]), whole.subarray(at)]);
    expect(await problemsOf(await source('a.csv', broken))).toEqual(['broken-encoding 3 სახელი']);
    expect(await problemsOf(await source('a.csv', 'a,b\n\uFFFD,ა\n'))).toEqual([]);
  });

  it('report rows with too few and too many cells', async () => {
    const opened = await source('a.csv', 'a,b\n1\n1,2,\n1,2,3\n1,2\n');
    expect(await problemsOf(opened)).toEqual(['row-too-short 2 -', 'row-too-long 4 -']);
  });

  it('report a duplicate header, or one that is missing above values', async () => {
    const twice = await source('a.csv', 'a, a,b\n1,2,3\n');
    expect(twice.tables[0]!.problems).toEqual([
      {
        severity: 'error',
        code: 'column-twice',
        place: { file: 'a.csv', table: null, row: 1, column: 'a' },
        values: { column: 'a', first: 'A', second: 'B' },
      },
    ]);
    const nameless = await source('a.csv', 'a,,b,\n1,,3,\n1,2,3,\n1,2,3,4\n');
    expect(nameless.tables[0]!.header).toEqual(['a', '', 'b']);
    expect(await problemsOf(nameless)).toEqual(['column-without-header 3 -', 'column-without-header 4 -']);
  });

  it('with a million columns are refused', async () => {
    const opened = await source('a.csv', `${'a,'.repeat(1_000_000)}\n`);
    expect(opened.tables[0]!.problems.map(({ code }) => code)).toEqual(['too-many-columns']);
    const row = await source('a.csv', `a,b\n${','.repeat(1_000_000)}\n`);
    expect(await problemsOf(row)).toEqual(['too-many-columns 2 -']);
  });

  it('that are empty are refused; a header without rows is a warning', async () => {
    expect(await refusal('a.csv', '')).toEqual(['file-empty']);
    expect(await refusal('a.csv', '\uFEFF \n\n')).toEqual(['file-empty']);
    const opened = await source('a.csv', 'a,b\n');
    expect(opened.tables[0]!.problems).toMatchObject([{ severity: 'warning', code: 'no-rows' }]);
  });

  it('have the header in the row that is asked for', async () => {
    const text = 'Action plan,\n,\nid,title\n1,x\n';
    const [table] = (await source('a.csv', text, { headerRow: 3 })).tables;
    expect(table).toMatchObject({ header: ['id', 'title'], headerRow: 3 });
    const missing = (await source('a.csv', text, { headerRow: 9 })).tables[0]!;
    // The message names the row that was asked for.
    expect(missing.problems).toMatchObject([{ code: 'header-missing', values: { row: 9 } }]);
  });

  it('of few characters may have single ones that do not belong in a text', async () => {
    const opened = await source('a.csv', 'id,title\n1,a\u0001b\n2,c\u0002d\n');
    expect((await rowsOf(opened.tables[0])).map(({ row }) => row)).toEqual([2, 3]);
  });

  it('lose only what is too large', async () => {
    const text = `a,b\n1,${'x'.repeat(1_000_000)}\n2,y\n`;
    const opened = await source('a.csv', text, {}, { cellCharacters: 100_000 });
    expect(await problemsOf(opened)).toEqual(['cell-too-large 2 b']);
    expect(await valuesOf(opened)).toEqual([
      ['1', null],
      ['2', 'y'],
    ]);
  });

  it('give the rows before a quote that is not closed', async () => {
    const text = `a,b\n1,2\n3,"4\n${'5,6\n'.repeat(10)}`;
    const opened = await source('a.csv', text);
    expect(await problemsOf(opened)).toEqual(['quote-not-closed 3 -']);
    expect(await valuesOf(opened)).toEqual([
      ['1', '2'],
      [null, null],
    ]);
    expect(await problemsOf(await source('a.csv', text, {}, { rowBytes: 20 }))).toEqual([
      'row-too-large 3 -',
    ]);
  });

  it('keep quotes inside cells that are not quoted', async () => {
    expect(await valuesOf(await source('a.csv', 'a,b\n1,the "old" plan\n'))).toEqual([
      ['1', 'the "old" plan'],
    ]);
  });

  it('are not binary files, and not in unknown encodings', async () => {
    const binary = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256));
    expect(await refusal('a.csv', binary)).toEqual(['format-unknown']);
    expect(await refusal('a.csv', 'a,b', { encoding: 'ebcdic' })).toEqual(['encoding-unknown']);
  });

  it('come back from the export as they went', async () => {
    const columns = ['a', 'b', 'c'].map((name) => exampleColumn(name));
    const context = exampleContext(columns, { parameters: { formulas: 'raw' } });
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.string({
        unit: fc.constantFrom('"', ',', '\r', '\n', ';', '\t', '|', 'ა', '\uFEFF', '\u00A0', '😀'),
      }),
    );
    const cell = fc.option(text.filter((value) => !/\p{Surrogate}/u.test(value)));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), async (rows) => {
        const opening = await open('round.csv', await writtenFile(csv, context, rows), { encoding: 'utf-8' });
        if ('problems' in opening) throw new Error(JSON.stringify(opening.problems));
        expect(await problemsOf(opening.source)).toEqual([]);
        const filled = rows.filter((row) => row.some((value) => value !== null));
        expect(await valuesOf(opening.source)).toEqual(filled);
      }),
      { numRuns: 60 },
    );
  });
});
