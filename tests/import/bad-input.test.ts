import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { writeXlsx } from 'hucre';
import { csv, importBy, rowCounts, type ImportProblemView, type SentFile } from '../support/imports';
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

/** A workbook whose one sheet, `partners`, has this XML. */
async function sheetOf(xml: string | Buffer): Promise<SentFile> {
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r0" Type="${relation}/${type}" Target="${target}"/></Relationships>`;
  const zip = new ZipFile();
  const add = (name: string, xml: string | Buffer) => zip.addBuffer(Buffer.from(xml), name);
  add('_rels/.rels', relations('officeDocument', 'xl/workbook.xml'));
  add(
    'xl/workbook.xml',
    '<workbook xmlns:r="x"><sheets><sheet name="partners" sheetId="1" r:id="r0"/></sheets></workbook>',
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
    [['table-not-mapped', 1, null, /choose another mapping/]],
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
    [['text-too-long', 3, 'name_en', /2,?000 characters.*500/]],
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
  ['a row that nothing identifies', () => [partners(['', 'A', 'ა', ''])], [['key-missing', 3, null, /slug/]]],
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
    [['reference-unknown', 2, 'action_plan_id', /planofnobody/]],
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
    [['json-broken', 2, null, /JSON/]],
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
    '%s is told with its row and column, and nothing is written',
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
