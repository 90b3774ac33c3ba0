import path from 'node:path';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

const DATA = path.resolve(__dirname, '../../src/demo/us-nap5');
const FILES = ['commitments.json', 'subcommitments.json'].map((name) => ({
  name,
  path: path.join(DATA, name),
}));

interface Job {
  readonly name: string;
  readonly ended: Promise<{
    errors: number;
    applied: boolean;
    counts: Record<string, Record<string, number>>;
  }>;
}

interface Imports {
  start(request: object): Promise<Job>;
  find(name: string): Promise<{ status: string; failure: string | null }>;
  undo(name: string): Promise<void>;
}

const WHOLE = {
  'api::action-plan.action-plan': 1,
  'api::theme.theme': 5,
  'api::partner.partner': 43,
  'api::commitment.commitment': 36,
  'api::milestone.milestone': 70,
  'api::progress-report.progress-report': 140,
};

describe('the import of a real plan', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker();
  });
  afterAll(() => tracker.close());

  const imports = (): Imports => tracker.strapi.plugin('accountability').service('imports');
  const run = async (isDryRun: boolean) => {
    const job = await imports().start({ mapping: 'us-nap5', files: FILES, isDryRun, keepsGood: false });
    return { name: job.name, result: await job.ended };
  };
  const countsOf = (verdict: string, result: Awaited<Job['ended']>) =>
    Object.fromEntries(Object.entries(result.counts).map(([type, counts]) => [type, counts[verdict]]));
  const total = async (address: string) =>
    (await jsonRequest<{ meta: { pagination: { total: number } } }>(`${tracker.url}${address}`)).body.meta
      .pagination.total;

  it('goes in as a whole, changes nothing the second time, and can be taken back', async () => {
    const dry = await run(true);
    expect([dry.result.errors, dry.result.applied]).toEqual([0, false]);
    expect(countsOf('created', dry.result)).toEqual(WHOLE);
    expect(await total('/api/commitments?locale=en')).toBe(0);

    const first = await run(false);
    expect(await imports().find(first.name)).toMatchObject({ status: 'done', failure: null });
    expect(countsOf('created', first.result)).toEqual(WHOLE);
    expect(await total('/api/commitments?locale=en')).toBe(36);
    expect(await total('/api/milestones?locale=en&filters[implementationStatus]=completed')).toBe(33);
    // All have parts that have begun; the source says of none that it is complete.
    expect(await total('/api/commitments?locale=en&filters[implementationStatus]=in-progress')).toBe(36);
    const states = tracker.strapi.db.query('plugin::accountability.status-change');
    expect(await states.count({ where: { subjectType: 'api::commitment.commitment' } })).toBe(36);
    const reported = (status: string) =>
      total(`/api/progress-reports?locale=en&filters[implementationStatus]=${status}`);
    expect([await reported('completed'), await reported('in-progress')]).toEqual([33, 36]);

    // The source has neither a period nor a place of the plan; without a label nobody knows what is not stated.
    const home = await (await fetch(`${tracker.url}/?locale=en`)).text();
    const [, plan = ''] = /<main[^>]*>(.*)<\/main>/s.exec(home) ?? [];
    expect(plan).toContain('Fifth Open Government National Action Plan');
    expect(plan).not.toContain('Not stated');

    const second = await run(false);
    expect(second.result.applied).toBe(false);
    expect(countsOf('unchanged', second.result)).toEqual(WHOLE);

    await imports().undo(first.name);
    expect(await imports().find(first.name)).toMatchObject({ status: 'undone' });
    expect(await total('/api/commitments?locale=en')).toBe(0);
  });
});
