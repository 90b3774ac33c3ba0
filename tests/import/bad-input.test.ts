import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { writeXlsx } from 'hucre';
import {
  csv,
  endOfImport,
  importBy,
  rowCounts,
  sendImport,
  type ImportProblemView,
  type SentFile,
} from '../support/imports';
import { bootTracker, type Tracker } from '../support/tracker';
import { makeApiToken } from '../security/routes/callers';

const PERMISSION = 'plugin::accountability.imports.create';
const MEGABYTE = 1024 * 1024;

const COLUMNS = ['slug', 'name_en', 'name_ka', 'kind'];
const GOOD = ['good-partner', 'Good', 'კარგი', 'academia'];
const partners = (...rows: string[][]): SentFile => ({
  name: 'partners.csv',
  content: csv(COLUMNS, GOOD, ...rows),
});
const file = (content: string | Buffer, name = 'partners.csv'): SentFile => ({ name, content });
const id = (name: string) => name.padEnd(24, '0');

const commitments = (...rows: string[][]): SentFile => ({
  name: 'commitments.csv',
  content: csv(['id', 'code', 'title_en', 'action_plan_id', 'implementation_status', 'theme_codes'], ...rows),
});

/** A workbook whose sheets have these rows. */
const workbook = async (sheets: Readonly<Record<string, unknown[][]>>): Promise<SentFile> => ({
  name: 'book.xlsx',
  content: Buffer.from(
    await writeXlsx({
      sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })),
    } as Parameters<typeof writeXlsx>[0]),
  ),
});

/** A workbook whose one sheet, `partners`, has this XML; a hidden one has it, too, where it is named. */
async function sheetOf(xml: string | Buffer, hidden?: string): Promise<SentFile> {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r0" Type="${relation}/${type}" Target="${target}"/></Relationships>`;
  const zip = new ZipFile();
  const add = (name: string, xml: string | Buffer) => zip.addBuffer(Buffer.from(xml), name);
  add('_rels/.rels', relations('officeDocument', 'xl/workbook.xml'));
  add(
    'xl/workbook.xml',
    '<workbook xmlns:r="x"><sheets><sheet name="partners" sheetId="1" r:id="r0"/>' +
      (hidden === undefined ? '' : `<sheet name="${hidden}" sheetId="2" state="hidden" r:id="r0"/>`) +
      '</sheets></workbook>',
  );
  add('xl/_rels/workbook.xml.rels', relations('worksheet', 'worksheets/sheet1.xml'));
  add('xl/worksheets/sheet1.xml', xml);
  zip.end();
  return { name: 'book.xlsx', content: await buffer(zip.outputStream) };
}

/** Of some kilobytes; unpacked it is far more than its size allows to expect. */
const bomb = (): Promise<SentFile> => sheetOf(Buffer.alloc(100 * MEGABYTE, ' '));

const textCells = (texts: readonly string[]): string =>
  texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');

const LONG_NAME = 'ა'.repeat(2000);

/** What is sent, and the problems it has: code, row and column; the sentence says what it has to. */
type Case = [
  what: string,
  files: () => Promise<readonly SentFile[]> | readonly SentFile[],
  problems: readonly [code: string, row: number | null, column: string | null, message: RegExp][],
  fields?: Readonly<Record<string, string>>,
];

const CASES: Case[] = [
  ['an empty file', () => [file('')], [['file-empty', null, null, /empty/]]],
  ['a file of blanks', () => [file(' \r\n\t\r\n')], [['file-empty', null, null, /empty/]]],
  [
    'a sheet that is not there',
    async () => [await workbook({ partners: [COLUMNS, GOOD] })],
    [['sheet-missing', null, null, /“none”.*partners/]],
    { sheet: 'none' },
  ],
  [
    'a file that no table of the mapping is',
    () => [file(csv(['x'], ['y']), 'notes.csv')],
    [['table-not-mapped', 1, null, /called: .*commitments.*header here has: x\..*choose another mapping/]],
  ],
  [
    'a file none of whose columns is known, whatever rows it has',
    () => [file(csv(['Name of the body', 'Sort'], ['a', 'b'], ['c', 'd']))],
    [['columns-not-known', 1, null, /looks for: id, .*slug.*has: Name of the body and Sort\./]],
  ],
  [
    'a file without rows none of whose columns is known',
    () => [file(csv(['Name of the body', 'Sort']))],
    [['columns-not-known', 1, null, /Name of the body and Sort/]],
  ],
  [
    'JSON none of whose keys is known',
    () => [file('[{"x": 1}, {"x": 2}]', 'partners.json')],
    [['columns-not-known', null, null, /has: x\./]],
  ],
  [
    'a table of links without its columns',
    () => [file(csv(['from', 'to'], ['a', 'b']), 'commitment-partners.csv')],
    [['columns-not-known', 1, null, /looks for: commitment_id, partner_id/]],
  ],
  [
    'files of a declared mapping without the columns it needs',
    () => [file(csv(['Number', 'Text'], ['1', 'x']), 'us_nap5_subcommitments.csv')],
    [['columns-not-known', 1, null, /looks for: .*commitment_id.*has: Number and Text\./]],
    { mapping: 'us-nap5' },
  ],
  [
    'a workbook none of whose sheets is read',
    async () => [await workbook({ Notes: [['x'], ['y']], More: [['z']] })],
    [
      ['table-not-mapped', 1, null, /header here has: x\./],
      ['table-not-mapped', 1, null, /header here has: z\./],
    ],
  ],
  [
    'a workbook of empty sheets',
    async () => [await workbook({ partners: [], b: [] })],
    [['workbook-empty', null, null, /right file/]],
  ],
  [
    'a PDF that is called CSV',
    () => [file('%PDF-1.7\nsome text, more text\n')],
    [['format-not-read', null, null, /PDF.*CSV, XLSX, JSON or NDJSON/]],
  ],
  [
    'JSON without a list',
    () => [file('{}', 'partners.json')],
    [['json-no-table', null, null, /list of objects/]],
  ],
  [
    'a key twice in an object',
    () => [file('[{"slug": "a", "name_en": "A", "slug": "b"}]', 'partners.json')],
    [['json-key-twice', 1, 'slug', /“slug”.*more than once/]],
  ],
  [
    'keys that differ in letter case',
    () => [
      file('{"slug": "a", "name_en": "A"}\n{"slug": "b", "name_en": "B", "Slug": "c"}\n', 'partners.ndjson'),
    ],
    [['json-keys-alike', 2, 'Slug', /“Slug” and “slug”/]],
  ],
  [
    'rows of a sheet that are not in their order',
    async () => [
      await sheetOf(
        `<worksheet><sheetData><row r="3">${textCells(COLUMNS)}</row><row r="4">${textCells(GOOD)}</row>` +
          `<row r="2">${textCells(['lost', 'Lost', 'ა', 'media'])}</row></sheetData></worksheet>`,
      ),
    ],
    [['row-out-of-order', 2, null, /row 4/]],
  ],
  [
    'a column twice',
    () => [file(csv([...COLUMNS, 'kind'], [...GOOD, 'media']))],
    [['column-twice', 1, 'kind', /“kind”.*twice/]],
  ],
  [
    '5,000 columns',
    () => [file(csv(Array.from({ length: 5000 }, (_, index) => `c${index}`)))],
    [['too-many-columns', 1, null, /2000|2,000/]],
  ],
  [
    'a workbook that unpacks to gigabytes',
    async () => [await bomb()],
    [['xlsx-too-large', null, null, /MB/]],
  ],
  [
    'a damaged workbook',
    () => [file('PK\u0003\u0004damaged', 'book.xlsx')],
    [['xlsx-broken', null, null, /damaged/]],
  ],
  [
    'a cell over the limit of its attribute',
    () => [partners(['long', LONG_NAME, 'x', ''])],
    [['text-too-long', 3, 'name_en', /2,?000 characters; “Name”.*500/]],
  ],
  [
    'a cell over every limit',
    () => [partners(['long', 'a'.repeat(1_000_001), 'x', ''])],
    [['cell-too-large', 3, 'name_en', /characters/]],
  ],
  [
    'broken UTF-8',
    () => [
      file(
        Buffer.concat([
          Buffer.from(csv(COLUMNS, GOOD)),
          Buffer.from('\r\nbroken,a'),
          Buffer.from([0xe1, 0x83]),
          Buffer.from('b,ქ,media'),
        ]),
      ),
    ],
    [['broken-encoding', 3, 'name_en', /UTF-8/]],
  ],
  [
    'an unknown encoding',
    () => [partners()],
    [['encoding-unknown', null, null, /koi9/]],
    { encoding: 'koi9' },
  ],
  [
    'a quotation mark that is not closed',
    () => [file(`${csv(COLUMNS, GOOD)}\r\n"open,x,y,media\r\n`)],
    [['quote-not-closed', 3, null, /not closed/]],
  ],
  [
    'a row that is too long',
    () => [file(`${csv(COLUMNS, GOOD)}\r\na,b,c,media,x\r\n`)],
    [['row-too-long', 3, null, /5 cells.*4/]],
  ],
  [
    'a key twice, with both rows',
    () => [partners(['twice', 'A', 'ა', ''], ['other', 'B', 'ბ', ''], ['twice', 'C', 'გ', ''])],
    [['key-twice', 5, null, /row 3 of partners\.csv/]],
  ],
  [
    'a row that nothing identifies',
    () => [partners(['', 'A', 'ა', ''])],
    [['key-missing', 3, 'slug', /Id, Identifiers and Slug\./]],
  ],
  [
    'a row that lacks its key, in the column that is to be filled in',
    () => [commitments(['', '', 'A', '', '', '']), partners(['', '', 'ა', 'media'])],
    [
      ['key-missing', 2, 'action_plan_id', /Id, Identifiers and Action plan \+ Code\./],
      ['key-missing', 3, 'slug', /Slug\./],
    ],
  ],
  [
    'an id that can be none',
    () => [commitments(['Not an id!', 'A1', 'A', '', '', ''])],
    [['document-id-form', 2, 'id', /“Not an id!”/]],
  ],
  [
    'a part of a list that is missing, by the names the form has for it',
    () => [
      {
        name: 'partners.csv',
        content: csv(['slug', 'name_en', 'identifiers'], ['a', 'A', 'ogp:']),
      },
    ],
    [['part-required', 2, 'identifiers', /“Identifiers” lacks its “Number”/]],
  ],
  [
    'an unknown value',
    () => [partners(['odd', 'A', 'ა', 'kindergarten'])],
    [['value-unknown', 3, 'kind', /kindergarten.*academia/]],
  ],
  [
    'an unknown status',
    () => [commitments([id('commitmenta'), 'A1', 'A', '', 'finished', ''])],
    [['state-unknown', 2, 'implementation_status', /finished.*completed/]],
  ],
  [
    'a reference to nothing',
    () => [commitments([id('commitmenta'), 'A1', 'A', id('planofnobody'), '', ''])],
    [['reference-unknown', 2, 'action_plan_id', /whose “Id” is “planofnobody/]],
  ],
  [
    'a reference to a row that is refused itself',
    () => [
      file(csv(['id', 'slug', 'name_en', 'kind'], [id('oddpartner'), 'odd', 'Odd', 'wizards'])),
      {
        name: 'commitments.csv',
        content: csv(['id', 'title_en', 'partner_ids'], [id('commitmenta'), 'A', id('oddpartner')]),
      },
    ],
    [
      ['value-unknown', 2, 'kind', /wizards/],
      ['reference-refused', 2, 'partner_ids', /oddpartner.*first/],
    ],
  ],
  [
    'a reference that fits several',
    () => [commitments([id('commitmenta'), 'A1', 'A', '', '', 'twofold'])],
    [['reference-ambiguous', 2, 'theme_codes', /twofold/]],
  ],
  [
    'a reference to a document in another language',
    () => [
      file(csv(['id', 'title_ka', 'scope'], [id('georgianplan'), 'გეგმა', 'national']), 'action-plans.csv'),
      commitments([id('commitmenta'), 'A1', 'A', id('georgianplan'), '', '']),
    ],
    [['reference-other-language', 2, 'action_plan_id', /georgianplan.*Georgian only.*in English/]],
  ],
  [
    'a document with changes that are not published',
    () => [file(csv(COLUMNS, ['pending', 'Another name', 'სხვა', '']))],
    [['pending-changes', 2, null, /pending.*not published/]],
  ],
  [
    'JSON that ends in the middle',
    () => [file('[{"slug": "a", "name_en": "A"}, {"slug": ', 'partners.json')],
    [['json-cut-off', 2, null, /ends in the middle/]],
  ],
  [
    'JSON that is none',
    () => [file('[{"slug": "a", "name_en": "A"}, nonsense]', 'partners.json')],
    [['json-broken', 2, null, /character 1 .*“nonsense”/]],
  ],
  [
    'a broken entry of JSON',
    () => [file('[{"slug": "a", "name_en": "A"}, {"slug": "b",, "name_en": "B"}]', 'partners.json')],
    [['json-broken', 2, null, /character 14 .*“, "name_en"/]],
  ],
  [
    'JSON with a comma too much',
    () => [file('[{"slug": "a", "name_en": "A"},]', 'partners.json')],
    [['json-broken', 2, null, /comma/]],
  ],
  [
    'a sheet that is cut off, once, and not the rows that lead to what it had',
    async () => [
      await sheetOf(
        `<worksheet><sheetData><row r="1">${textCells(['id', 'slug', 'name_en'])}</row><row r="2">` +
          `${textCells([id('first'), 'first', 'First'])}</row><row r="3"><c t="inl`,
      ),
      {
        name: 'commitments.csv',
        content: csv(['id', 'title_en', 'partner_ids'], [id('commitmenta'), 'A', id('second')]),
      },
      {
        name: 'commitment-partners.csv',
        content: csv(['commitment_id', 'partner_id', 'role'], [id('commitmenta'), id('third'), 'partner']),
      },
    ],
    [['xlsx-broken', 3, null, /damaged/]],
  ],
  [
    'a table of links that is cut off, once',
    () => [
      { name: 'commitment-partners.csv', content: 'commitment_id,partner_id,role\r\n"a,b,partner\r\n' },
      { name: 'commitments.csv', content: csv(['id', 'title_en'], [id('commitmenta'), 'A']) },
    ],
    [['quote-not-closed', 2, null, /not closed/]],
  ],
  [
    'a file that cannot be opened, once, and not the rows that lead to what it had',
    () => [
      file('PK\u0003\u0004cut', 'action-plans.xlsx'),
      commitments(
        [id('commitmenta'), 'A1', 'A', id('planofnobody'), '', ''],
        [id('commitmentb'), 'A2', 'B', id('planofnobody'), '', ''],
      ),
    ],
    [['xlsx-broken', null, null, /not whole/]],
  ],
  [
    'a column twice in other letter case',
    () => [file(csv([...COLUMNS, 'Kind'], [...GOOD, 'media']))],
    [['column-twice', 1, 'Kind', /“Kind”.*twice/]],
  ],
  [
    'the character NUL in a cell',
    () => [partners(['nul', 'A\0B', 'x', ''])],
    [['character-broken', 3, 'name_en', /NUL/]],
  ],
  [
    'half of a character in JSON',
    () => [file('[{"slug": "half", "name_en": "A\\ud83d"}]', 'partners.json')],
    [['character-broken', 1, 'name_en', /half/]],
  ],
  [
    'a number that is larger than can be read exactly',
    () => [file('[{"slug": "large", "name_en": 12345678901234567890}]', 'partners.json')],
    [['json-number-inexact', 1, 'name_en', /quotation marks/]],
  ],
  [
    'a header of 6,000 characters',
    () => [file(csv([...COLUMNS, 'h'.repeat(6000)], [...GOOD, 'x']))],
    [['cell-too-large', 1, 'h'.repeat(500), /6,?000 characters.*5,?000/]],
  ],
  [
    'a cell of 4 MB',
    () => [partners(['long', 'a'.repeat(4 * MEGABYTE), 'x', ''])],
    [['cell-too-large', 3, 'name_en', /4,?194,?304 characters/]],
  ],
];

const found = (problems: readonly ImportProblemView[]) =>
  problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, place, message }) => ({ code, row: place.row, column: place.column, message }));

describe('what cannot be imported', () => {
  let tracker: Tracker;
  let token: string;
  let before: Record<string, number>;
  beforeAll(async () => {
    tracker = await bootTracker({ env: { UPLOAD_MAX_MB: '5' } });
    token = await makeApiToken(tracker, 'custom', [PERMISSION]);
    const { strapi } = tracker;
    for (const scheme of ['ogp-value', 'policy-area']) {
      await strapi.documents('api::theme.theme').create({
        locale: 'en',
        data: { scheme, code: 'twofold', name: `Twofold ${scheme}` } as never,
      });
    }
    const partner = strapi.documents('api::partner.partner');
    const { documentId } = await partner.create({
      locale: 'en',
      data: { name: 'Pending', slug: 'pending' } as never,
    });
    await partner.publish({ documentId, locale: '*' } as never);
    await partner.update({ documentId, locale: 'en', data: { name: 'Changed' } as never });
    before = await rowCounts(tracker);
  });
  afterAll(() => tracker.close());

  it.each(CASES)(
    '%s is reported with its row and column, and nothing is written',
    async (_what, files, expected, fields = {}) => {
      const ended = await importBy(tracker, token, { files: await files(), fields });
      expect(found(ended.result?.problems ?? [])).toEqual(
        expected.map(([code, row, column, message]) => ({
          code,
          row,
          column,
          message: expect.stringMatching(message),
        })),
      );
      expect(ended).toMatchObject({ status: 'refused', failure: null, result: { applied: false } });
      expect(await rowCounts(tracker)).toEqual(before);
    },
  );

  it('a formula counts as its last result, with a warning', async () => {
    const ended = await importBy(tracker, token, {
      files: [
        await sheetOf(
          `<worksheet><sheetData><row r="1">${textCells(COLUMNS)}</row><row r="2">${textCells(['formula'])}` +
            `<c t="str"><f>"S"&amp;"um"</f><v>Sum</v></c>${textCells(['ჯამი', 'media'])}</row></sheetData></worksheet>`,
        ),
      ],
      fields: { dryRun: 'true' },
    });
    expect(ended.status).toBe('checked');
    expect(ended.result?.problems).toMatchObject([
      { severity: 'warning', code: 'formula-cell', place: { table: 'partners', column: 'name_en' } },
    ]);
  });

  /** Warnings of a dry run as code, row and column. */
  const warningsOf = async (files: readonly SentFile[], fields: Readonly<Record<string, string>> = {}) => {
    const ended = await importBy(tracker, token, { files, fields: { dryRun: 'true', ...fields } });
    expect([ended.status, ended.result?.errors]).toEqual(['checked', 0]);
    return ended.result?.problems.map(({ code, place }) => [code, place.row, place.column]);
  };

  it('a column no table of the mapping knows is left out with one warning', async () => {
    const rows = [COLUMNS, GOOD, ['other', 'Other', 'სხვა', 'media']].map((row, at) => [...row, `x${at}`]);
    expect(await warningsOf([file(csv(...rows))])).toEqual([['column-ignored', 1, 'x0']]);
    const objects = [{ slug: 'a', name_en: 'A', nmae_ka: 'ა' }];
    expect(await warningsOf([file(JSON.stringify(objects), 'partners.json')])).toEqual([
      ['column-ignored', null, 'nmae_ka'],
    ]);
  });

  it('a message names the field as its form does, in the language of who reads it', async () => {
    const sent = { token, files: [partners(['long', LONG_NAME, 'x', ''])] };
    const { location = '' } = await sendImport(tracker, sent);
    await endOfImport(tracker, location, token);
    const { body } = await tracker.request
      .get(location)
      .set({ Authorization: `Bearer ${token}`, 'Accept-Language': 'ka' });
    expect(body.data.result.problems).toMatchObject([
      {
        code: 'text-too-long',
        values: { attribute: 'name' },
        message: expect.stringContaining('„სახელი“'),
      },
    ]);
  });

  it('a table whose headers name no language is reported with the language it is read in', async () => {
    const unnamed = [file(csv(['slug', 'name', 'description'], ['a', 'A', 'B']))];
    expect(await warningsOf(unnamed)).toEqual([['language-assumed', 1, 'name']]);
    expect(await warningsOf(unnamed, { locale: 'ka' })).toEqual([]);
    expect(await warningsOf([partners()])).toEqual([]);
    const ended = await importBy(tracker, token, { files: unnamed, fields: { dryRun: 'true' } });
    expect(ended.result?.problems[0]?.message).toMatch(/name and description\. .* as Georgian,/);
  });

  it('files and lists without rows are no fault, and are reported', async () => {
    expect(await warningsOf([file(csv(COLUMNS))])).toEqual([['no-rows', null, null]]);
    expect(await warningsOf([file('[]', 'partners.json')])).toEqual([['no-entries', null, null]]);
    expect(await warningsOf([file('[]', 'anything.json')], { mapping: 'generic' })).toEqual([
      ['no-entries', null, null],
    ]);
  });

  it('what a workbook hides is reported: a hidden sheet is left out, hidden rows and columns and merged cells are read', async () => {
    const row = (number: number, texts: readonly string[], attributes = '') =>
      `<row r="${number}" ${attributes}>${textCells(texts)}</row>`;
    const sheet = await sheetOf(
      `<worksheet><cols><col min="4" max="4" hidden="1"/></cols><sheetData>${row(1, COLUMNS)}${row(2, GOOD)}` +
        `${row(3, ['second', 'Second', 'მეორე', 'media'], 'hidden="1"')}</sheetData>` +
        '<mergeCells><mergeCell ref="D2:D3"/></mergeCells></worksheet>',
      'themes',
    );
    expect(await warningsOf([sheet])).toEqual([
      ['column-hidden', 1, 'kind'],
      ['cells-merged', 2, 'kind'],
      ['rows-hidden', 3, null],
      ['sheet-hidden', 1, null],
    ]);
  });

  it('a code used twice in a plan is an error', async () => {
    const ended = await importBy(tracker, token, { files: codesTwice() });
    expect(ended).toMatchObject({ status: 'refused', result: { applied: false, errors: 1 } });
    expect(ended.result?.problems).toMatchObject([
      {
        severity: 'error',
        code: 'code-taken',
        place: { row: 3, column: 'code' },
        message: expect.stringMatching(/First/),
      },
    ]);
    expect(await rowCounts(tracker)).toEqual(before);
  });
});

/** Two commitments of one plan with the same code. */
const codesTwice = (): SentFile[] => [
  {
    name: 'action-plans.csv',
    content: csv(['id', 'code', 'title_en', 'scope'], [id('plantwice'), 'P1', 'Plan', 'national']),
  },
  commitments(
    [id('commitmentone'), 'C1', 'First', id('plantwice'), '', ''],
    [id('commitmenttwo'), 'C1', 'Second', id('plantwice'), '', ''],
  ),
];

describe('where codes need not be unique', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker({ env: { CODES_UNIQUE_IN_PLAN: 'warn' } });
  });
  afterAll(() => tracker.close());

  it('a code used twice in a plan is a warning, and both are imported', async () => {
    const token = await makeApiToken(tracker, 'custom', [PERMISSION]);
    const ended = await importBy(tracker, token, { files: codesTwice() });
    expect(ended).toMatchObject({
      status: 'done',
      result: { applied: true, errors: 0, counts: { 'api::commitment.commitment': { created: 2 } } },
    });
    expect(ended.result?.problems).toMatchObject([
      { severity: 'warning', code: 'code-taken', place: { file: 'commitments.csv', row: 3, column: 'code' } },
    ]);
  });
});
