import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { dumpContent } from '../support/content-dump';
import { copyDatabase, createDatabase, type FreshDatabase } from '../support/databases';
import { TEST_SETTINGS } from '../support/environment';
import { runDatabase } from '../support/host';
import { csv, rowCounts } from '../support/imports';
import { startNode } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const TIMES = 8;
const DOCUMENTS = 120;
const PARTNER = 'api::partner.partner';
const IMPORT = 'plugin::accountability.import';

/** Undoes an import; dies with the statement whose number is given, and says how many there were without one. */
const program = `
  const { createStrapi } = require('@strapi/strapi');
  (async () => {
    const strapi = createStrapi({ appDir: process.cwd(), distDir: './dist' });
    strapi.log.level = 'error';
    await strapi.load();
    let statements = 0;
    strapi.db.connection.on('query', () => {
      statements += 1;
      if (statements === Number(process.env.DIES_AT)) process.kill(process.pid, 'SIGKILL');
    });
    await strapi.plugin('accountability').service('imports').undo(process.env.IMPORT);
    // The server keeps running otherwise; the number has to be written before.
    process.stdout.write('statements: ' + statements + '\\n', () => process.exit(0));
  })();`;

const undo = (database: FreshDatabase, name: string, diesAt: string) =>
  startNode(['-e', program], { ...TEST_SETTINGS, ...database.env, IMPORT: name, DIES_AT: diesAt }).ended;

async function partnerNames({ strapi }: Tracker): Promise<string[]> {
  const partners = await strapi.db.query(PARTNER).findMany({ orderBy: 'id', select: ['slug', 'name'] });
  return partners.map(({ slug, name }) => `${slug} ${name}`);
}

/** What an import and its undo change. */
async function statusWithNames(tracker: Tracker, name: string) {
  const { status } = await tracker.strapi.db.query(IMPORT).findOne({ where: { name } });
  return { names: await partnerNames(tracker), status: status as string };
}

describe('an undo whose process is killed', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'undone-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Imports partners by their slugs. @returns the name of the import */
  async function importPartners({ strapi }: Tracker, from: number, title: string): Promise<string> {
    const rows = Array.from({ length: DOCUMENTS }, (_, index) => [
      `undone-${from + index}`,
      `${title} ${from + index}`,
      `${title}, ქართულად ${from + index}`,
    ]);
    const file = path.join(folder, 'partners.csv');
    await writeFile(file, csv(['slug', 'name_en', 'name_ka'], ...rows));
    const imports = strapi.plugin('accountability').service('imports');
    const files = [{ name: 'partners.csv', path: file }];
    const job = await imports.start({ mapping: 'native', files, isDryRun: false, keepsGood: false });
    expect(await job.ended).toMatchObject({ applied: true, errors: 0 });
    return job.name as string;
  }

  it('has undone all of it or nothing after the next start, and the next one works', async () => {
    const original = await createDatabase(runDatabase());
    // A second start writes down what the first one has made.
    await (await bootTracker({ reuse: original })).close({ keepDatabase: true });
    const tracker = await bootTracker({ reuse: original });
    await importPartners(tracker, 0, 'Before');
    const before = await partnerNames(tracker);
    // Changes half of them, and makes as many.
    const name = await importPartners(tracker, DOCUMENTS / 2, 'After');
    const whole = {
      outcome: await statusWithNames(tracker, name),
      counts: await rowCounts(tracker),
      dump: await dumpContent(tracker.strapi),
    };
    await tracker.close({ keepDatabase: true });

    const undone = await copyDatabase(original);
    const { output } = await undo(undone, name, 'never');
    const statements = Number(/statements: (\d+)/.exec(output)?.[1]);
    expect(statements).toBeGreaterThan(TIMES);
    await undone.drop();

    for (let time = 1; time <= TIMES; time += 1) {
      const database = await copyDatabase(original);
      // The last time with the last statement, which is the commit.
      const { code } = await undo(database, name, String(Math.round((statements * time) / TIMES)));
      expect(code).not.toBe(0);
      const next = await bootTracker({ reuse: database });
      const found = await statusWithNames(next, name);
      if (found.status === 'done') {
        expect(found).toEqual(whole.outcome);
        expect(await rowCounts(next)).toEqual(whole.counts);
        expect(await dumpContent(next.strapi)).toEqual(whole.dump);
        await next.strapi.plugin('accountability').service('imports').undo(name);
      } else expect(time).toBe(TIMES);
      expect(await statusWithNames(next, name)).toEqual({ names: before, status: 'undone' });
      await next.close();
    }
    await original.drop();
  }, 600_000);
});
