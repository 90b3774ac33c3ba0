import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

type Rows = readonly (readonly (string | number)[])[];

const PLAN: Rows = [
  ['გეგმის კოდი', 'გეგმის დასახელება', 'პერიოდი'],
  ['GE-2021', 'საქართველოს ღია მმართველობის სამოქმედო გეგმა', '2021-2022'],
];
const COMMITMENTS: Rows = [
  [
    '№',
    'ვალდებულება',
    'Commitment (English)',
    'სამოქმედო გეგმა',
    'პასუხისმგებელი უწყება',
    'ვადა',
    'სტატუსი',
    'შენიშვნა',
  ],
  [
    '1',
    'საჯარო ინფორმაციის პორტალი',
    'Portal of public information',
    'GE-2021',
    'იუსტიციის სამინისტრო; ციფრული მმართველობის სააგენტო',
    'დეკემბერი 2022',
    'მიმდინარეობს',
    'x',
  ],
  [
    '2',
    'ღია ბიუჯეტი',
    'Open budget',
    'GE-2021',
    'ფინანსთა სამინისტრო\nიუსტიციის სამინისტრო',
    '2021-2022',
    'დასრულდა',
    '',
  ],
];
const MILESTONES: Rows = [
  ['ნომერი', 'ეტაპი', 'ვალდებულების ნომერი', 'პასუხისმგებელი უწყება', 'დასრულების თარიღი', 'ინდიკატორი'],
  ['1.1', 'პორტალის კონცეფცია', '1', 'იუსტიციის სამინისტრო', '31.03.2022', 'დამტკიცებული დოკუმენტი'],
  [
    '1.2',
    'პორტალის ამოქმედება',
    'საჯარო ინფორმაციის პორტალი',
    'ციფრული მმართველობის სააგენტო',
    'დეკემბერი 2022',
    'პორტალი მუშაობს',
  ],
  ['2.1', 'ბიუჯეტის გამოქვეყნება', '2', 'ფინანსთა სამინისტრო', '2022', ''],
];

interface Result {
  readonly errors: number;
  readonly applied: boolean;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly problems: readonly {
    readonly severity: string;
    readonly code: string;
    readonly place: { readonly file: string; readonly table: string | null; readonly column: string | null };
    readonly message?: Readonly<Record<string, string>>;
  }[];
}

const csv = (rows: Rows, separator = ';'): string =>
  rows
    .map((row) => row.map((cell) => (/["\n;,]/.test(String(cell)) ? `"${cell}"` : cell)).join(separator))
    .join('\r\n');

describe('spreadsheets nobody has described', () => {
  let tracker: Tracker;
  let folder: string;
  beforeEach(async () => {
    tracker = await bootTracker();
    folder = await mkdtemp(path.join(tmpdir(), 'generic-'));
  });
  afterEach(async () => {
    await tracker.close();
    await rm(folder, { recursive: true, force: true });
  });

  const kept = async (name: string, content: string | Uint8Array) => {
    await writeFile(path.join(folder, name), content);
    return { name, path: path.join(folder, name) };
  };
  const run = async (files: readonly { name: string; path: string }[], options: object = {}) => {
    const job = await tracker.strapi
      .plugin('accountability')
      .service('imports')
      .start({ mapping: 'generic', files, isDryRun: false, keepsGood: false, ...options });
    return (await job.ended) as Result;
  };
  const counted = (result: Result, verdict: string) =>
    Object.fromEntries(Object.entries(result.counts).map(([type, counts]) => [type, counts[verdict]]));
  const workbook = () =>
    writeXlsx({
      sheets: [
        { name: 'გეგმა', rows: PLAN as never },
        { name: 'ვალდებულებები', rows: COMMITMENTS as never },
        { name: 'ეტაპები', rows: MILESTONES as never },
        { name: 'შენიშვნები', rows: [['ამ ფურცელს არავინ კითხულობს'], ['…']] },
      ],
    });
  const WHOLE = {
    'api::partner.partner': 3,
    'api::action-plan.action-plan': 1,
    'api::commitment.commitment': 2,
    'api::milestone.milestone': 3,
  };

  it('go in as a workbook, and change nothing the second time', async () => {
    const files = [await kept('ogp.xlsx', await workbook())];
    const first = await run(files);
    expect(first.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(first.problems.map(({ code, place }) => [code, place.table, place.column])).toEqual([
      ['column-not-read', 'ვალდებულებები', 'შენიშვნა'],
      ['table-not-mapped', 'შენიშვნები', null],
    ]);
    expect(first.problems[0]?.message?.ka).toContain('„შენიშვნა“');
    expect(counted(first, 'created')).toEqual(WHOLE);

    const { body } = await jsonRequest<{ data: Record<string, unknown>[] }>(
      `${tracker.url}/api/commitments?locale=ka&sort=code&populate=*`,
    );
    expect(body.data).toMatchObject([
      {
        code: '1',
        title: 'საჯარო ინფორმაციის პორტალი',
        implementationStatus: 'in-progress',
        timeframe: { endDate: '2022-12-01', endPrecision: 'month' },
        leadAgencies: [{ name: 'იუსტიციის სამინისტრო' }, { name: 'ციფრული მმართველობის სააგენტო' }],
      },
      { code: '2', implementationStatus: 'completed', leadAgencies: [{ name: 'ფინანსთა სამინისტრო' }, {}] },
    ]);
    const english = await jsonRequest<{ data: { title: string }[] }>(
      `${tracker.url}/api/commitments?locale=en&sort=code`,
    );
    expect(english.body.data.map(({ title }) => title)).toEqual([
      'Portal of public information',
      'Open budget',
    ]);

    const second = await run(files);
    expect([second.errors, second.applied]).toEqual([0, false]);
    expect(counted(second, 'unchanged')).toEqual(WHOLE);
  });

  it('go in as CSV files with semicolons, and leave organisations that are known as they are', async () => {
    await run([await kept('plan.xlsx', await workbook())]);
    const files = [
      await kept(
        'ვალდებულებები 2.csv',
        csv([...COMMITMENTS, ['3', 'ახალი', 'New', 'GE-2021', 'იუსტიციის სამინისტრო', '', '', '']]),
      ),
      await kept('ეტაპები.csv', csv(MILESTONES)),
    ];
    const result = await run(files);
    expect(result.errors).toBe(0);
    expect(counted(result, 'created')).toMatchObject({
      'api::partner.partner': 0,
      'api::commitment.commitment': 1,
      'api::milestone.milestone': 0,
    });
  });

  it('go in as Windows-1252 in another language of the site', async () => {
    await run([await kept('plan.xlsx', await workbook())]);
    const plans = tracker.strapi.documents('api::action-plan.action-plan');
    const [plan] = await plans.findMany({ locale: 'ka', filters: { code: 'GE-2021' } as never });
    // A commitment in English belongs to a plan that is in English too.
    const text = csv([
      ['Commitment No', 'Title', 'Plan', 'Lead agency', 'Deadline'],
      ['7', 'Cafés “open” – résumé', 'GE-2021', 'Ministère de la Justice', '12/31/2022'],
    ]);
    const bytes = Uint8Array.from(
      text,
      (character) => ({ '“': 0x93, '”': 0x94, '–': 0x96 })[character] ?? character.charCodeAt(0),
    );
    const file = await kept('commitments.csv', bytes);
    const refused = await run([file], { locale: 'en' });
    expect(refused.problems).toMatchObject([
      { severity: 'error', code: 'reference-other-language', place: { column: 'Plan' } },
    ]);
    await plans.update({ documentId: plan!.documentId, locale: 'en', data: { title: 'A plan' } as never });
    await plans.publish({ documentId: plan!.documentId, locale: 'en' });
    const result = await run([file], { locale: 'en' });
    expect([result.errors, counted(result, 'created')]).toMatchObject([
      0,
      { 'api::commitment.commitment': 1 },
    ]);
    const { body } = await jsonRequest<{ data: { title: string; actionPlan: { title: string } }[] }>(
      `${tracker.url}/api/commitments?locale=en&filters[code]=7&populate=actionPlan`,
    );
    expect(body.data).toMatchObject([{ title: 'Cafés “open” – résumé', actionPlan: { title: 'A plan' } }]);
  });

  it('ask for the order of day and month, and take it', async () => {
    await run([await kept('plan.xlsx', await workbook())]);
    const files = [
      await kept(
        'commitments.csv',
        csv([
          ['No', 'Title', 'Plan', 'Deadline'],
          ['9', 'Nine', 'GE-2021', '03/04/2022'],
        ]),
      ),
    ];
    expect((await run(files)).problems).toMatchObject([
      // A header in another language than the site's first says nothing of the texts below it.
      { code: 'language-assumed', place: { column: 'Title' } },
      { code: 'date-ambiguous', place: { column: 'Deadline' } },
    ]);
    expect((await run(files, { dateOrder: 'dmy' })).errors).toBe(0);
    const { body } = await jsonRequest<{ data: object[] }>(
      `${tracker.url}/api/commitments?filters[code]=9&populate=timeframe`,
    );
    expect(body.data).toMatchObject([{ timeframe: { endDate: '2022-04-03' } }]);
  });

  it('are refused with what is missing, or where they could be several things', async () => {
    const rows: Rows = [
      ['No', 'Title', 'Deadline'],
      ['1', 'One', '2022'],
    ];
    const result = await run([
      await kept('commitments.csv', csv(rows)),
      await kept('anything.csv', csv(rows)),
      await kept(
        'x.csv',
        csv([
          ['a', 'b'],
          ['1', '2'],
        ]),
      ),
    ]);
    expect([result.applied, result.counts]).toEqual([false, {}]);
    expect(result.problems.map(({ code, place }) => [code, place.file])).toEqual([
      ['column-missing', 'commitments.csv'],
      ['sheet-ambiguous', 'anything.csv'],
      ['table-not-mapped', 'x.csv'],
    ]);
    expect(result.problems[0]?.message?.en).toMatch(/Commitments.*“Action plan”.*Plan/);
    expect(result.problems[1]?.message?.en).toMatch(/Action plans, Commitments and Milestones\./);
  });
});
