import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { importFiles } from '../support/export-files';
import { manyCommitments } from '../support/hard-content';
import { hostRequire, runDatabase } from '../support/host';
import { ROOT } from '../support/processes';
import { stopIndexing } from '../support/search-index';
import { bootTracker, type Tracker } from '../support/tracker';

interface Subject {
  subjectType: string;
  subjectId: string;
}
interface Linked {
  documentId: string;
}
interface Milestone extends Linked {
  responsibleAgencies: Linked[];
  partners: Linked[];
}
interface Commitment extends Linked {
  leadAgencies: Linked[];
  partners: Linked[];
  progressReports: Linked[];
  milestones: Milestone[];
}
interface Built {
  affectedDocuments(
    strapi: Core.Strapi,
    config: unknown,
    changed: readonly Subject[],
  ): Promise<{ kind: number; subjectId: string }[]>;
  searchConfig(strapi: Core.Strapi): { kinds: { name: string }[] };
}

const built = (file: string): Built =>
  hostRequire(path.join(ROOT, 'src/plugins/accountability/dist/server/src/search', file)) as Built;
const uidOf = (type: string) => `api::${type}.${type}`;

describe('the documents of the search index that changes concern', () => {
  let tracker: Tracker;
  let commitments: Commitment[];

  beforeAll(async () => {
    tracker = await bootTracker();
    await stopIndexing(tracker);
    await importFiles(tracker, manyCommitments(40));
    commitments = (await tracker.strapi.documents('api::commitment.commitment').findMany({
      status: 'published',
      locale: 'ka',
      limit: 100,
      populate: {
        leadAgencies: true,
        partners: true,
        progressReports: true,
        milestones: { populate: ['responsibleAgencies', 'partners'] },
      } as never,
    })) as unknown as Commitment[];
  });
  afterAll(() => tracker.close());

  const affected = async (changed: readonly Subject[]): Promise<Record<string, string[]>> => {
    const config = built('config.js').searchConfig(tracker.strapi);
    const found = await built('index/affected-documents.js').affectedDocuments(
      tracker.strapi,
      config,
      changed,
    );
    const byKind: Record<string, string[]> = {};
    for (const { kind, subjectId } of found) (byKind[config.kinds[kind]!.name] ??= []).push(subjectId);
    for (const ids of Object.values(byKind)) ids.sort();
    return byKind;
  };
  const idsOf = (documents: readonly Linked[] = []): string[] => documents.map((one) => one.documentId);
  const commitmentsWith = (isWith: (commitment: Commitment) => boolean): string[] =>
    idsOf(commitments.filter(isWith)).sort();

  it('are those that lead to them, whatever the way', async () => {
    const [first] = commitments;
    const milestone = first!.milestones[0]!;
    expect(await affected([{ subjectType: uidOf('milestone'), subjectId: milestone.documentId }])).toEqual({
      commitment: [first!.documentId],
    });
    const agency = first!.leadAgencies[0]!.documentId;
    const found = await affected([{ subjectType: uidOf('partner'), subjectId: agency }]);
    expect(found.commitment).toEqual(
      commitmentsWith(
        ({ leadAgencies, partners, milestones }) =>
          [...idsOf(leadAgencies), ...idsOf(partners)].includes(agency) ||
          milestones.some((one) =>
            [...idsOf(one.responsibleAgencies), ...idsOf(one.partners)].includes(agency),
          ),
      ),
    );
    expect(found.commitment!.length).toBeGreaterThan(1);
  });

  it('are found by indexes: no statement reads a whole table of content', async () => {
    const { connection } = tracker.strapi.db;
    const statements: { sql: string; bindings: unknown[] }[] = [];
    const note = (query: { sql: string; bindings: unknown[] }) => void statements.push(query);
    connection.on('query', note);
    const subjects = commitments.flatMap(({ leadAgencies, milestones, progressReports }) => [
      ...idsOf(leadAgencies).map((subjectId) => ({ subjectType: uidOf('partner'), subjectId })),
      ...idsOf(milestones).map((subjectId) => ({ subjectType: uidOf('milestone'), subjectId })),
      ...idsOf(progressReports).map((subjectId) => ({ subjectType: uidOf('progress-report'), subjectId })),
    ]);
    await affected(subjects);
    connection.removeListener('query', note);
    expect(statements.length).toBeGreaterThan(5);

    for (const { sql, bindings } of statements) {
      const plan = await connection.transaction(async (trx) => {
        // The tables of a test are so small that PostgreSQL would read them whole.
        if (runDatabase() === 'postgres') await trx.raw('SET LOCAL enable_seqscan = off');
        const explain = runDatabase() === 'postgres' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN';
        return JSON.stringify(await trx.raw(`${explain} ${sql.replace(/\$\d+/g, '?')}`, bindings as never));
      });
      expect([sql, plan]).toEqual([sql, expect.not.stringMatching(/Seq Scan|"SCAN (?!CONSTANT)/)]);
    }
  });
});
