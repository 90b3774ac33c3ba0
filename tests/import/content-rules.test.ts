import type { UID } from '@strapi/strapi';
import { csv, importBy, rowCounts, type SentFile } from '../support/imports';
import { bootTracker, type Tracker } from '../support/tracker';
import { makeApiToken } from '../security/routes/callers';

const PERMISSION = 'plugin::accountability.imports.create';
const COMMITMENT = 'api::commitment.commitment';

const file = (name: string, columns: string, ...rows: string[]): SentFile => ({
  name: `${name}.csv`,
  content: csv(...[columns, ...rows].map((row) => row.split(','))),
});
const id = (name: string) => name.padEnd(24, '0');
const PLANNED = id('ruledplan');
const OPEN = id('ruledcommitment');
const OTHER = id('ruledothercommitment');
const LOOSE = id('ruledloosecommitment');
const DRAFT = id('ruleddraftcommitment');

/** What is sent, and where the one problem of it is: code, row, column. */
type Case = readonly [
  what: string,
  files: readonly SentFile[],
  code: string,
  row: number,
  column: string | null,
];

const CASES: Case[] = [
  [
    'a new document without its title',
    [file('commitments', 'code,title_en,action_plan_id', `N1,,${PLANNED}`)],
    'no-language',
    2,
    'title_en',
  ],
  [
    'a language of a new document without its title',
    [file('commitments', 'code,title_en,description_en,action_plan_id', `N1,,Text,${PLANNED}`)],
    'value-required',
    2,
    'title_en',
  ],
  [
    'a title that a changed document would lose',
    [file('commitments', 'id,title_en,description_en', `${OPEN},,Text`)],
    'value-required',
    2,
    'title_en',
  ],
  [
    'a language that a changed document gets without its title',
    [file('commitments', 'id,title_ka,description_ka', `${OPEN},,Text`)],
    'value-required',
    2,
    'title_ka',
  ],
  [
    'a title over the limit',
    [file('commitments', 'id,title_en', `${OPEN},${'L'.repeat(601)}`)],
    'text-too-long',
    2,
    'title_en',
  ],
  [
    'a required code that a changed document would lose',
    [file('themes', 'id,code', `${id('ruledtheme')},`)],
    'value-required',
    2,
    'code',
  ],
  [
    'a value that is none of the vocabulary',
    [file('partners', 'slug,name_en,kind', 'new,New,wizards')],
    'value-unknown',
    2,
    'kind',
  ],
  [
    'a number over its limit',
    [file('commitments', 'id,progress_percent', `${OPEN},101`)],
    'number-out-of-range',
    2,
    'progress_percent',
  ],
  [
    'a number over the limit of a part',
    [
      file(
        'progress-reports',
        'id,commitment_id,period_kind,period_year,narrative_en',
        `${id('newreport')},${OPEN},annual,1800,Text`,
      ),
    ],
    'number-out-of-range',
    2,
    'period_year',
  ],
  [
    'an end before the start',
    [
      file(
        'commitments',
        'id,title_en,start_date,end_date',
        `${id('newcommitment')},New,2031-01-01,2030-01-01`,
      ),
    ],
    'end-before-start',
    2,
    'end_date',
  ],
  [
    'an end before the start that the document has',
    [file('commitments', 'id,end_date', `${OPEN},2019-01-01`)],
    'end-before-start',
    2,
    'end_date',
  ],
  [
    'a start after the end that the document has',
    [file('commitments', 'id,start_date', `${OPEN},2029-01-01`)],
    'end-before-start',
    2,
    'start_date',
  ],
  [
    'a reporting period that ends before it starts',
    [
      file(
        'progress-reports',
        'id,commitment_id,period_kind,period_start,period_end,narrative_en',
        `${id('newreport')},${OPEN},annual,2024-02-01,2024-01-01,Text`,
      ),
    ],
    'period-end-before-start',
    2,
    'period_end',
  ],
  [
    'a report without its period',
    [file('progress-reports', 'id,commitment_id,narrative_en', `${id('newreport')},${OPEN},Text`)],
    'period-required',
    2,
    null,
  ],
  [
    'a day that does not exist',
    [file('commitments', 'id,end_date', `${OPEN},2030-02-30`)],
    'date-does-not-exist',
    2,
    'end_date',
  ],
  [
    'a day that can be read in two ways',
    [file('commitments', 'id,end_date', `${OPEN},05/06/2030`)],
    'date-ambiguous',
    2,
    'end_date',
  ],
  [
    'what is no web address',
    [file('partners', 'slug,name_en,website', 'new,New,javascript:alert(1)')],
    'web-address',
    2,
    'website',
  ],
  [
    'a slug that no address can have',
    [file('partners', 'slug,name_en', 'Not a slug,New')],
    'slug-form',
    2,
    'slug',
  ],
  [
    'a slug that is published already',
    [file('partners', 'id,slug', `${id('ruledpartner')},another`)],
    'slug-published',
    2,
    'slug',
  ],
  [
    'a code that another commitment of the plan has',
    [file('commitments', 'id,code', `${id('ruledemptycommitment')},R1`)],
    'code-taken',
    2,
    'code',
  ],
  [
    'a code that another theme of the scheme has',
    [file('themes', 'id,code', `${id('othertheme')},taken`)],
    'theme-taken',
    2,
    'code',
  ],
  [
    'a code that does not go on with that of the commitment',
    [file('milestones', 'code,title_en,commitment_id', `X1,New,${OPEN}`)],
    'code-outside-parent',
    2,
    'code',
  ],
  [
    'a new code that does not fit those of the milestones',
    [file('commitments', 'id,code', `${OPEN},R9`)],
    'child-codes-outside',
    2,
    'code',
  ],
  [
    'a plan in which codes of the milestones are taken',
    [file('commitments', 'id,action_plan_id', `${LOOSE},${PLANNED}`)],
    'child-codes-taken',
    2,
    'action_plan_id',
  ],
  [
    'a milestone without a commitment',
    [file('milestones', 'id,title_en,commitment_id', `${id('newmilestone')},New,`)],
    'commitment-required',
    2,
    'commitment_id',
  ],
  [
    'a milestone of a commitment that is not published',
    [file('milestones', 'id,title_en,commitment_id', `${id('newmilestone')},New,${DRAFT}`)],
    'parent-unpublished',
    2,
    'commitment_id',
  ],
  [
    'another commitment for a milestone',
    [file('milestones', 'id,commitment_id', `${id('ruledmilestone')},${LOOSE}`)],
    'stays-with-parent',
    2,
    'commitment_id',
  ],
  [
    'an unknown status',
    [file('commitments', 'id,implementation_status', `${OPEN},finished`)],
    'state-unknown',
    2,
    'implementation_status',
  ],
];

describe('rows that break a rule of the content', () => {
  let tracker: Tracker;
  let token: string;
  let before: Record<string, number>;

  beforeAll(async () => {
    tracker = await bootTracker();
    token = await makeApiToken(tracker, 'custom', [PERMISSION]);
    const made = await importBy(tracker, token, {
      files: [
        file('action-plans', 'id,slug,title_en', `${PLANNED},ruled,Ruled`),
        file(
          'commitments',
          'id,code,title_en,action_plan_id,start_date,end_date',
          `${OPEN},R1,Open,${PLANNED},2020-01-01,2021-01-01`,
          `${OTHER},R2,Other,${PLANNED},,`,
          `${id('ruledemptycommitment')},R4,Empty,${PLANNED},,`,
          `${LOOSE},,Loose,,,`,
        ),
        file(
          'milestones',
          'id,code,title_en,commitment_id',
          `${id('ruledmilestone')},R1.1,First,${OPEN}`,
          `${id('takenmilestone')},R2.1,Taken,${OTHER}`,
          `${id('loosemilestone')},R2.1,Loose,${LOOSE}`,
        ),
        file('partners', 'id,slug,name_en,acronym_en', `${id('ruledpartner')},ruled,Ruled,RUL`),
        file(
          'themes',
          'id,scheme,code,name_en',
          `${id('ruledtheme')},policy-area,taken,Taken`,
          `${id('othertheme')},policy-area,other,Other`,
        ),
      ],
    });
    expect(made).toMatchObject({ status: 'done', result: { errors: 0 } });
    const { strapi } = tracker;
    await strapi.documents(COMMITMENT).create({
      locale: 'en',
      data: { documentId: DRAFT, title: 'Draft', code: 'R3', actionPlan: PLANNED } as never,
    });
    before = await rowCounts(tracker);
  });
  afterEach(async () => expect(await rowCounts(tracker)).toEqual(before));
  afterAll(() => tracker.close());

  it.each(CASES)('%s', async (_what, files, code, row, column) => {
    const { status, result } = await importBy(tracker, token, { files });
    expect(
      result?.problems.map((problem) => [
        problem.severity,
        problem.code,
        problem.place.row,
        problem.place.column,
      ]),
    ).toEqual([['error', code, row, column]]);
    expect(status).toBe('refused');
  });

  const dryRun = (...files: SentFile[]) => importBy(tracker, token, { files, fields: { dryRun: 'true' } });
  const faults = ({ result }: Awaited<ReturnType<typeof importBy>>) =>
    result?.problems.map(({ code, place }) => [code, place.row, place.column]);

  it('a new code that the same files give the milestones too', async () => {
    const ended = await dryRun(
      file('commitments', 'id,code', `${OPEN},R9`),
      file('milestones', 'id,code', `${id('ruledmilestone')},R9.1`),
    );
    expect(faults(ended)).toEqual([]);
    expect(ended.status).toBe('checked');
  });

  it('what is wrong with several documents together stops an import that keeps what is good', async () => {
    const ended = await importBy(tracker, token, {
      files: [file('commitments', 'id,code', `${OPEN},R9`)],
      fields: { keepGood: 'true' },
    });
    expect(ended).toMatchObject({ status: 'refused', result: { applied: false, errors: 1 } });
  });

  it('a milestone of a commitment that comes with it is published with it', async () => {
    const commitment = id('newcommitment');
    const ended = await dryRun(
      file('commitments', 'id,title_en', `${commitment},New`),
      file('milestones', 'id,title_en,commitment_id', `${id('newmilestone')},New,${commitment}`),
    );
    expect(faults(ended)).toEqual([]);
  });

  describe('where the schema asks for more', () => {
    const attributes = (uid: UID.ContentType): Record<string, object> =>
      tracker.strapi.contentType(uid).attributes;
    /** As a schema that an application might have. */
    const asking = (name: string, more: object): void => {
      const own = attributes('api::partner.partner');
      const schema = own[name] as object;
      own[name] = { ...schema, ...more };
      restored.push(() => (own[name] = schema));
    };
    const restored: (() => void)[] = [];
    afterEach(() => restored.splice(0).forEach((restore) => restore()));

    it('a value that has to be unique, in the site, in the files and in its language', async () => {
      asking('website', { unique: true });
      asking('acronym', { unique: true });
      const ended = await dryRun(
        file(
          'partners',
          'slug,name_en,acronym_en,name_ka,acronym_ka,website',
          'one,One,RUL,One,A,https://one.example',
          'two,Two,B,Two,RUL,https://one.example',
        ),
      );
      expect(faults(ended)).toEqual([
        ['value-taken', 2, 'acronym_en'],
        ['value-taken', 3, 'website'],
      ]);
    });

    it('a unique value that another row gives away', async () => {
      asking('acronym', { unique: true });
      const ended = await dryRun(
        file(
          'partners',
          'id,slug,name_en,acronym_en',
          `${id('ruledpartner')},ruled,Ruled,NEW`,
          ',one,One,RUL',
        ),
      );
      expect(faults(ended)).toEqual([]);
    });

    it('a pattern and a number of items', async () => {
      asking('acronym', { regex: '^[A-Z]+$' });
      asking('identifiers', { max: 1 });
      const ended = await dryRun(
        file('partners', 'slug,name_en,acronym_en,identifiers', 'one,One,abc,a:1|b:2'),
      );
      expect(faults(ended)).toEqual([
        ['items-out-of-range', 2, 'identifiers'],
        ['text-form', 2, 'acronym_en'],
      ]);
    });
  });
});
