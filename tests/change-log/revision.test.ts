import type { Core } from '@strapi/strapi';
import path from 'node:path';
import type { DatasetDeclaration } from '../../src/plugins/accountability/server/src/datasets/declaration';
import { hostRequire, runDatabase } from '../support/host';
import { makeCommitment, makeMilestone, parentOfMilestones } from '../support/milestones';
import { stopIndexing } from '../support/search-index';
import { bootTracker, type Tracker } from '../support/tracker';

interface Revision {
  sequence: number;
  modified: Date;
  day: string | null;
}
type DatasetRevision = (
  strapi: Core.Strapi,
  datasets: readonly DatasetDeclaration[],
  dataset?: DatasetDeclaration,
) => Promise<Revision>;

const BUILT = path.resolve(__dirname, '../../src/plugins/accountability/dist/server/src/datasets/revision');

describe('the revision of a dataset', () => {
  let tracker: Tracker;
  let datasets: DatasetDeclaration[];
  beforeAll(async () => {
    tracker = await bootTracker({ isDamaged: 'the change log is written by itself' });
    await stopIndexing(tracker);
    datasets = tracker.strapi.config.get('plugin::accountability.datasets');
  });
  afterAll(() => tracker.close());

  const revisionOf = (name?: string): Promise<Revision> => {
    const { datasetRevision } = hostRequire(BUILT) as { datasetRevision: DatasetRevision };
    return datasetRevision(
      tracker.strapi,
      datasets,
      datasets.find((dataset) => dataset.name === name),
    );
  };
  const sequences = async () => {
    const [commitments, milestones, partners, all] = await Promise.all(
      ['commitments', 'milestones', 'partners', undefined].map(revisionOf),
    );
    return { commitments, milestones, partners, all } as Record<string, Revision>;
  };
  /** The datasets whose revision a write changes. */
  const changedBy = async (work: () => Promise<unknown>): Promise<string[]> => {
    const before = await sequences();
    await work();
    const after = await sequences();
    return Object.keys(after).filter((name) => after[name]!.sequence !== before[name]!.sequence);
  };

  it('is there from the first start on', async () => {
    for (const { sequence, modified } of Object.values(await sequences())) {
      expect(sequence).toBeGreaterThan(0);
      expect(Math.abs(Date.now() - modified.getTime())).toBeLessThan(24 * 3600 * 1000);
    }
  });

  it('changes with what its rows show, also of other documents, and with nothing else', async () => {
    const partners = tracker.strapi.documents('api::partner.partner');
    const themes = tracker.strapi.documents('api::theme.theme');
    await parentOfMilestones(tracker);
    expect(await changedBy(() => makeMilestone(tracker, { published: false }))).toEqual([]);
    expect(await changedBy(() => makeMilestone(tracker))).toEqual(['milestones', 'all']);
    expect(await changedBy(() => makeCommitment(tracker))).toEqual(['commitments', 'milestones', 'all']);
    const rename = () =>
      partners.create({ locale: 'ka', data: { name: 'უწყება' }, status: 'published' } as never);
    expect(await changedBy(rename)).toEqual(['commitments', 'milestones', 'partners', 'all']);
    const theme = () =>
      themes.create({ locale: 'ka', data: { scheme: 'policy-area', code: 'x', name: 'X' } } as never);
    expect(await changedBy(theme)).toEqual(['commitments', 'all']);
  });

  it('has the site’s day where rows change with it', async () => {
    const { commitments, milestones, partners, all } = await sequences();
    const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string;
    expect([commitments!.day, milestones!.day, partners!.day, all!.day]).toEqual([day, day, null, day]);
  });

  it('costs one query, which looks at the end of an index for each content type', async () => {
    const queries: { sql: string; bindings: unknown[] }[] = [];
    const { connection } = tracker.strapi.db;
    const note = (query: { sql: string; bindings: unknown[] }) => void queries.push(query);
    connection.on('query', note);
    await revisionOf('milestones');
    connection.removeListener('query', note);
    expect(queries).toHaveLength(1);

    const { tableName } = tracker.strapi.db.metadata.get('plugin::accountability.change');
    const many = Array.from({ length: 100 }, (_, index) => ({
      subject_type: 'api::commitment.commitment',
      subject_id: `c${index}`,
      kind: 'created',
    }));
    for (let round = 0; round < 100; round += 1) {
      const at = runDatabase() === 'postgres' ? new Date().toISOString() : Date.now();
      await connection(tableName).insert(many.map((row) => ({ ...row, at })));
    }
    if (runDatabase() === 'postgres') await connection.raw(`ANALYZE ${tableName}`);
    const [{ sql, bindings }] = queries as [(typeof queries)[0]];
    const explain = runDatabase() === 'postgres' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
    const plan = JSON.stringify(
      await connection.raw(`${explain} ${sql.replace(/\$\d+/g, '?')}`, bindings as never),
    );
    expect(plan).toContain('acc_changes_type_ix');
    expect(plan).not.toMatch(/Seq Scan|SCAN accountability_changes/);
  });
});
