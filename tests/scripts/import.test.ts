import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import type { FreshDatabase } from '../support/databases';
import { TEST_SETTINGS } from '../support/environment';
import { hostProcess } from '../support/host';
import { ROOT, startNode, stop, waitForOutput } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const IMPORT = 'plugin::accountability.import';
const THEME = 'api::theme.theme';
const PLAN = ['commitments.json', 'subcommitments.json'].map((name) =>
  path.join(ROOT, 'src/demo/us-nap5', name),
);

describe('npm run import', () => {
  let folder: string;
  let database: FreshDatabase;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'open-commitments-import-'));
    const tracker = await bootTracker();
    ({ database } = tracker);
    await tracker.close({ keepDatabase: true });
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const start = (...options: string[]) =>
    startNode(['scripts/import.mjs', ...options], { ...TEST_SETTINGS, ...database.env, INIT_CWD: folder });
  const run = (...options: string[]) => start(...options).ended;
  /** Looks into the database between two runs. */
  async function look<T>(work: (tracker: Tracker) => Promise<T>): Promise<T> {
    const tracker = await bootTracker({ reuse: database });
    try {
      return await work(tracker);
    } finally {
      await tracker.close({ keepDatabase: true });
    }
  }
  /** Rows of the themes that the tests import. */
  const themesOf = async ({ strapi }: Tracker): Promise<number> => {
    const { tableName } = strapi.db.metadata.get(THEME);
    const themes = strapi.db.connection(tableName);
    const rows: string[] = await themes.where({ scheme: 'policy-area' }).pluck('code');
    return rows.length;
  };
  async function themesFile(count: number): Promise<string> {
    const rows = Array.from({ length: count }, (_, index) =>
      JSON.stringify({ scheme: 'policy-area', code: `t-${index}`, name_en: `Theme ${index}` }),
    );
    await writeFile(path.join(folder, 'themes.ndjson'), rows.join('\n'));
    return 'themes.ndjson';
  }

  it('says what is wrong with options, and ends with 2', async () => {
    for (const [options, why] of [
      [[], 'Name at least one file'],
      [[PLAN[0]!], '--mapping NAME'],
      [['missing.csv', '--mapping', 'native'], `There is no file ${path.join(folder, 'missing.csv')}`],
      [[PLAN[0]!, '--mapping', 'native', '--separator', '#'], '--separator takes'],
      [[PLAN[0]!, '--mapping', 'native', '--header-row', '0'], '--header-row takes'],
      [[PLAN[0]!, '--mapping', 'native', '--date-order', 'dym'], '--date-order takes dmy, mdy, ymd'],
      [[PLAN[0]!, '--mapping', 'native', '--nonsense'], '--nonsense'],
      [['--undo', 'x', '--list'], 'do not go together'],
    ] as const) {
      const { code, output } = await run(...options);
      expect([code, output]).toEqual([2, expect.stringContaining(why)]);
    }
    const unknown = await run(PLAN[0]!, '--mapping', 'nonsense');
    expect([unknown.code, unknown.output]).toEqual([2, expect.stringContaining('There are: native')]);
    const foreign = await run(PLAN[0]!, '--mapping', 'us-nap5', '--locale', 'xx');
    expect([foreign.code, foreign.output]).toEqual([2, expect.stringContaining('There are: ka and en')]);
  }, 120_000);

  it('checks, imports, changes nothing the second time, and takes it back', async () => {
    const plan = [...PLAN, '--mapping', 'us-nap5'];
    const dry = await run(...plan, '--dry-run', '--report', 'report.csv');
    expect(dry).toMatchObject({ code: 0, output: expect.stringMatching(/commitment +36 new/) });
    expect(dry.output).toContain('This was a dry run');
    const report = await readFile(path.join(folder, 'report.csv'), 'utf8');
    // The header, three texts that are too long, and each of the 295 documents.
    expect(report.trim().split('\r\n')).toHaveLength(299);

    const done = await run(...plan);
    expect(done.code).toBe(0);
    expect(done.output).toContain(
      'Warning: subcommitments.json, row 19, commitment_detail_sub: The text has 834',
    );
    const [, id] = /--undo (\S+)/.exec(done.output)!;
    const again = await run(...plan);
    expect(again).toMatchObject({ code: 0, output: expect.stringContaining('Nothing differs') });
    expect(again.output).toMatch(/milestone +0 new +0 changed +70 unchanged/);
    const list = await run('--list');
    expect(list.output).toMatch(new RegExp(`${id} .*done +us-nap5 +commitments.json, subcommitments.json`));

    expect(await run('--undo', id!)).toMatchObject({ code: 0 });
    expect(await run('--undo', id!)).toMatchObject({ code: 1 });
    expect(await look(themesOf)).toBe(0);
  }, 240_000);

  it('takes a mapping that an editor has saved, and the order of day and month', async () => {
    // Jest's Date is none to the database's driver.
    const now = new Date().toISOString();
    const tables = [
      {
        holds: 'action-plans',
        columns: [
          { from: 'What', to: 'title' },
          { from: 'Until', to: 'timeframe.endDate' },
        ],
      },
    ];
    const saved = { key: 'ours', name: 'Our plans', comparedName: 'our plans', tables, version: 1 };
    await look(({ strapi }) =>
      strapi.db.query('plugin::accountability.saved-mapping').create({
        data: { ...saved, ownerKind: 'admin', savedAt: now, changedAt: now },
      }),
    );
    await writeFile(path.join(folder, 'plans.csv'), 'What,Until\nPlan of 2031,05/06/2031');
    const plans = ['plans.csv', '--mapping', 'Our plans', '--locale', 'en', '--dry-run'];
    const ambiguous = await run(...plans);
    expect(ambiguous).toMatchObject({
      code: 1,
      output: expect.stringContaining('can be read as two different dates'),
    });
    const checked = await run(...plans, '--date-order', 'dmy');
    expect(checked).toMatchObject({ code: 0, output: expect.stringMatching(/action-plan +1 new/) });
    expect((await run('--list')).output).toContain('Our plans');
  }, 240_000);

  it('writes nothing where a row is wrong, and reports its place; --keep-good writes the others', async () => {
    const rows = ['scheme,code,name_en', 'policy-area,one,One', 'policy-area,,Two', 'policy-area,three,'];
    await writeFile(path.join(folder, 'themes.csv'), rows.join('\n'));
    const refused = await run('themes.csv', '--mapping', 'native');
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(/Error: themes\.csv, row 3(, code)?: /);
    expect(refused.output).toMatch(/Error: themes\.csv, row 4(, \w+)?: /);
    expect(refused.output).toContain('Nothing was written');
    expect(await look(themesOf)).toBe(0);
    const kept = await run('themes.csv', '--mapping', 'native', '--keep-good');
    expect(kept).toMatchObject({ code: 0, output: expect.stringMatching(/theme +1 new .*2 refused/) });
    const [, id] = /--undo (\S+)/.exec(kept.output)!;
    await run('--undo', id!);
  }, 240_000);

  it('is refused while another process imports, with who and since when', async () => {
    const file = await themesFile(3);
    const tracker = await bootTracker({ reuse: database });
    try {
      const other = {
        name: 'other',
        status: 'running',
        mapping: 'native',
        isDryRun: false,
        keepsGood: false,
        files: [],
        actorKind: 'admin',
        actorName: 'Nino B.',
        startedAt: '2026-01-02T03:04:05.000Z',
        host: hostname(),
        process: hostProcess().pid,
        seen: new Date().toISOString(),
      };
      await tracker.strapi.db.query(IMPORT).create({ data: other });
      const { code, output } = await run(file, '--mapping', 'native');
      await tracker.strapi.db.query(IMPORT).delete({ where: { name: 'other' } });
      expect(code).toBe(1);
      expect(output).toContain('Nino B. started it at 2026-01-02T03:04:05');
    } finally {
      await tracker.close({ keepDatabase: true });
    }
  }, 120_000);

  it('keeps nothing of what is interrupted while it is written', async () => {
    const running = start(await themesFile(20_000), '--mapping', 'native', '--report', 'interrupted.csv');
    await waitForOutput(running, 'Writing 20000 documents');
    const { code, output } = await stop(running);
    expect([code, output]).toEqual([130, expect.stringContaining('Nothing of it was kept')]);
    expect(
      await look(async (tracker) => [
        await themesOf(tracker),
        (await tracker.strapi.db.query(IMPORT).findOne({ orderBy: { id: 'desc' } })).failure,
      ]),
    ).toEqual([0, 'interrupted']);
  }, 240_000);
});
