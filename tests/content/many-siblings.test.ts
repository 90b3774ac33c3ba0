import type { Knex } from 'knex';
import { imported } from '../support/import-documents';
import { stopIndexing } from '../support/search-index';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const ACTOR = { kind: 'system', id: null, name: null, label: null, may: () => true };

type Documents = Record<
  'create' | 'update' | 'publish' | 'findFirst',
  (params: object) => Promise<{ documentId: string; order: number }>
>;

/** Statements and rows that some work has read from the database. */
interface Effort {
  readonly statements: number;
  readonly rows: number;
}

describe('a commitment of a plan with many', () => {
  let tracker: Tracker;
  let documents: Documents;

  beforeAll(async () => {
    tracker = await bootTracker();
    await stopIndexing(tracker);
    documents = tracker.strapi.documents(COMMITMENT) as unknown as Documents;
  });
  afterAll(() => tracker.close());

  /** A plan with commitments 1, 2, 3 …, each with a milestone, in two languages. */
  async function planWith(count: number): Promise<string> {
    const plan = imported('action-plan', {
      shared: { slug: `plan-of-${count}`, scope: 'national' },
      localized: { ka: { title: 'გეგმა' }, en: { title: 'Plan' } },
    });
    const commitments = Array.from({ length: count }, (_, index) =>
      imported('commitment', {
        shared: { code: `${index + 1}`, slug: `of-${count}-${index + 1}`, order: index + 1 },
        localized: { ka: { title: `ვალდებულება ${index}` }, en: { title: `Commitment ${index}` } },
        relations: { actionPlan: [plan.documentId] },
      }),
    );
    const milestones = commitments.map(({ documentId }, index) =>
      imported('milestone', {
        shared: { code: `${index + 1}.1`, order: 1 },
        localized: { ka: { title: `ეტაპი ${index}` }, en: { title: `Milestone ${index}` } },
        relations: { commitment: [documentId] },
      }),
    );
    const writer = await tracker.strapi
      .plugin('accountability')
      .service('importWriter')
      .open({ actor: ACTOR, importId: `plan-${count}` });
    await writer.add([plan, ...commitments, ...milestones]);
    await writer.commit();
    return plan.documentId;
  }

  async function effortOf(work: () => Promise<unknown>): Promise<Effort> {
    const { connection } = tracker.strapi.db as unknown as { connection: Knex };
    let [statements, rows] = [0, 0];
    const count = (response: unknown[] | { rows?: unknown[] } | undefined) => {
      statements += 1;
      rows += (Array.isArray(response) ? response : response?.rows)?.length ?? 0;
    };
    connection.on('query-response', count);
    try {
      await work();
    } finally {
      connection.removeListener('query-response', count);
    }
    return { statements, rows };
  }

  /** What one after the other costs: making, translating and publishing one, and saving and moving one of the others. */
  async function efforts(plan: string, count: number): Promise<Record<string, Effort>> {
    const made: Record<string, Effort> = {};
    let documentId = '';
    const data = { title: 'ახალი', slug: `new-of-${count}`, code: `${count + 1}`, actionPlan: plan };
    made.create = await effortOf(async () => {
      documentId = (await documents.create({ locale: 'ka', data })).documentId;
    });
    made.translate = await effortOf(() =>
      documents.update({ documentId, locale: 'en', data: { title: 'New' } }),
    );
    made.publish = await effortOf(() => documents.publish({ documentId, locale: '*' }));
    const other = (await documents.findFirst({
      locale: 'ka',
      filters: { code: '7', actionPlan: { documentId: plan } },
    })) as { documentId: string };
    made.save = await effortOf(() =>
      documents.update({ documentId: other.documentId, locale: 'ka', data: { title: 'სხვა' } }),
    );
    made.saveAndPublish = await effortOf(() =>
      documents.publish({ documentId: other.documentId, locale: 'ka' }),
    );
    made.move = await effortOf(() =>
      tracker.strapi.plugin('accountability').service('workflows').move({
        contentType: COMMITMENT,
        documentId: other.documentId,
        workflow: 'implementation',
        transition: 'start',
        version: 0,
        fields: {},
      }),
    );
    return made;
  }

  it('costs as much as one of a plan with few', async () => {
    const few = await efforts(await planWith(10), 10);
    const many = await efforts(await planWith(400), 400);
    for (const [name, { statements, rows }] of Object.entries(few)) {
      // Events read a document again whenever they come to it.
      expect(`${name} ${many[name]!.statements < statements + 10}`).toBe(`${name} true`);
      expect(`${name} ${many[name]!.rows < rows + 20}`).toBe(`${name} true`);
    }
  });

  it('has its number and its place nonetheless', async () => {
    const plan = await planWith(50);
    const numbers = async (status: string) =>
      (
        (await tracker.strapi.documents('api::action-plan.action-plan').findOne({
          documentId: plan,
          locale: 'en',
          status,
          populate: { commitments: { fields: ['code', 'order'] } },
        } as never)) as unknown as { commitments: { code: string; order: number }[] }
      ).commitments.map(({ code, order }) => [code, order]);
    const before = await numbers('published');
    expect(before).toEqual(Array.from({ length: 50 }, (_, index) => [`${index + 1}`, index + 1]));
    await efforts(plan, 50);
    const after = [...before, ['51', 51]];
    expect([await numbers('draft'), await numbers('published')]).toEqual([after, after]);

    const { documentId } = await documents.create({
      locale: 'ka',
      data: { title: 'შუაში', code: '60', actionPlan: plan, order: 20 },
    });
    await documents.update({ documentId, locale: 'en', data: { title: 'Between' } });
    await documents.publish({ documentId, locale: '*' });
    const codes = after.map(([code]) => code);
    codes.splice(19, 0, '60');
    const renumbered = codes.map((code, index) => [code, index + 1]);
    expect([await numbers('draft'), await numbers('published')]).toEqual([renumbered, renumbered]);
  });
});
