import { createFullAccessToken } from '../support/accounts';
import { parseCsv } from '../support/csv';
import { jsonRequest } from '../support/json-request';
import { bootTracker, type Tracker } from '../support/tracker';

interface Entry {
  documentId: string;
  code: string;
  order: number;
  slug: string;
  milestones: Entry[];
  commitments: Entry[];
}

describe('one order of milestones and commitments', () => {
  let tracker: Tracker;
  let token: string;
  let commitment: Entry;

  const send = async (method: string, address: string, data: object): Promise<Entry> => {
    const { status, body } = await jsonRequest<{ data: Entry }>(`${tracker.url}/api/${address}`, {
      method,
      token,
      body: { data },
    });
    expect([status < 300, body]).toEqual([true, expect.anything()]);
    return body.data;
  };
  const read = async (address: string): Promise<Entry> =>
    (await jsonRequest<{ data: Entry }>(`${tracker.url}/api/${address}`, { token })).body.data;

  /** Codes in the order in which each way to read them has them. */
  const api = async (locale: string, status = 'published') =>
    (
      await read(`commitments/${commitment.documentId}?locale=${locale}&status=${status}&populate=milestones`)
    ).milestones.map(({ code }) => code);
  const page = async (locale: string) => {
    const html = await (await fetch(`${tracker.url}/commitments/${commitment.slug}?locale=${locale}`)).text();
    const codes = [...html.matchAll(/id="milestone-([^"]+)"/g)].map(([, id]) => id!);
    return [...new Set(codes)];
  };
  const exported = async () => {
    const csv = await (await fetch(`${tracker.url}/api/open-data/milestones.csv`)).text();
    return parseCsv(csv)
      .filter((row) => row.commitment_id === commitment.documentId)
      .sort((one, other) => Number(one.order) - Number(other.order));
  };
  const everywhere = async () => {
    const rows = await exported();
    expect(new Set(rows.map(({ order }) => order)).size).toBe(rows.length);
    return {
      api: [await api('ka'), await api('en')],
      page: [await page('ka'), await page('en')],
      export: rows.map(({ code }) => code),
    };
  };
  const same = (codes: string[], ids: string[]) => ({ api: [codes, codes], page: [ids, ids], export: codes });
  const publish = (locale: string) =>
    tracker.strapi
      .documents('api::commitment.commitment')
      .publish({ documentId: commitment.documentId, locale } as never);

  let documents: Record<string, string>;
  const arranged = (codes: string[]) => codes.map((code) => documents[code]!);
  const SEED = ['2.2.1', '2.2.2', '2.2.3', '2.2.4'];

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    token = await createFullAccessToken(tracker);
    const { body } = await jsonRequest<{ data: Entry[] }>(
      `${tracker.url}/api/commitments?filters[milestones][code]=2.2.1&populate=milestones`,
    );
    commitment = body.data[0]!;
    documents = Object.fromEntries(commitment.milestones.map(({ code, documentId }) => [code, documentId]));
    ids = await page('ka');
  });
  afterAll(() => tracker.close());
  let ids: string[];
  const idsOf = (codes: string[]) => codes.map((code) => ids[SEED.indexOf(code)]!);

  it('is the same on pages, in the API and in exports to begin with', async () => {
    expect(ids).toHaveLength(4);
    expect(await everywhere()).toEqual(same(SEED, ids));
  });

  it('follows the commitment’s form once it is published, and not before', async () => {
    const dragged = ['2.2.4', '2.2.1', '2.2.2', '2.2.3'];
    // As the panel sends it: the dragged one is connected again, before another one.
    await tracker.strapi.documents('api::commitment.commitment').update({
      documentId: commitment.documentId,
      locale: 'en',
      data: {
        milestones: {
          connect: [{ documentId: documents['2.2.4'], position: { before: documents['2.2.1'] } }],
        },
      },
    } as never);
    expect(await api('ka', 'draft')).toEqual(dragged);
    expect(await api('en', 'draft')).toEqual(dragged);
    expect(await everywhere()).toEqual(same(SEED, ids));

    const since = await lastSequence();
    await publish('en');
    expect(await everywhere()).toEqual(same(dragged, idsOf(dragged)));
    const changed = (await changes(since)).filter(({ dataset }) => dataset === 'milestones');
    expect(new Set(changed.map(({ id }) => id))).toEqual(new Set(Object.values(documents)));
  });

  const changes = async (since: number) =>
    (await (await fetch(`${tracker.url}/api/open-data/changes.ndjson?since=${since}`)).text())
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { sequence: number; dataset: string; id: string });
  const lastSequence = async () => (await changes(0)).at(-1)!.sequence;

  it('stays when a milestone, or one language of it, is published again', async () => {
    const before = await everywhere();
    const milestones = tracker.strapi.documents('api::milestone.milestone');
    for (const code of SEED) {
      await milestones.update({
        documentId: documents[code]!,
        locale: 'en',
        data: { indicator: `Again ${code}` },
      } as never);
      await milestones.publish({ documentId: documents[code]!, locale: 'en' } as never);
      await milestones.publish({ documentId: documents[code]!, locale: '*' } as never);
    }
    expect(await everywhere()).toEqual(before);
  });

  it('follows the number of a milestone', async () => {
    await send('PUT', `milestones/${documents['2.2.3']}`, { order: 1 });
    const moved = ['2.2.3', '2.2.4', '2.2.1', '2.2.2'];
    expect(await everywhere()).toEqual(same(moved, idsOf(moved)));
    await send('PUT', `commitments/${commitment.documentId}?locale=ka`, {
      milestones: { set: arranged(SEED) },
    });
    expect(await everywhere()).toEqual(same(SEED, ids));
  });

  it('has a place for a new milestone: by its code, or where it is numbered', async () => {
    const create = async (code: string, order?: number) => {
      const { documentId } = await send('POST', 'milestones?locale=ka', {
        title: code,
        code,
        commitment: commitment.documentId,
        ...(order !== undefined && { order }),
      });
      await send('PUT', `milestones/${documentId}?locale=en`, { title: code });
      return documentId;
    };
    await create('2.2.10');
    await create('2.2.9');
    await create('2.2.0', 2);
    const codes = ['2.2.1', '2.2.0', '2.2.2', '2.2.3', '2.2.4', '2.2.9', '2.2.10'];
    expect(await api('ka')).toEqual(codes);
    expect(await api('en')).toEqual(codes);
    expect((await exported()).map(({ code }) => code)).toEqual(codes);
  });

  it('of the commitments of a plan is one, too', async () => {
    const plan = await send('POST', 'action-plans?locale=ka', { title: 'გეგმა' });
    const made: Record<string, string> = {};
    for (const code of ['1', '2', '3']) {
      const { documentId } = await send('POST', 'commitments?locale=ka', {
        title: code,
        code,
        actionPlan: plan.documentId,
      });
      made[code] = documentId;
    }
    const numbers = async () => {
      const { commitments } = await read(`action-plans/${plan.documentId}?populate=commitments`);
      return commitments.map(({ code, order }) => [code, order]);
    };
    expect(await numbers()).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 3],
    ]);
    await send('PUT', `action-plans/${plan.documentId}`, {
      commitments: { set: ['3', '1', '2'].map((code) => made[code]) },
    });
    expect(await numbers()).toEqual([
      ['3', 1],
      ['1', 2],
      ['2', 3],
    ]);
  });

  it('of content that is older is the one its pages have shown', async () => {
    const before = await page('ka');
    const { joinTable } = tracker.strapi.db.metadata.get('api::commitment.commitment').attributes
      .milestones as unknown as { joinTable: { name: string; orderColumnName: string } };
    const { connection } = tracker.strapi.db;
    await connection(joinTable.name).update({
      [joinTable.orderColumnName]: connection.raw('100 - ??', [joinTable.orderColumnName]),
    });
    const { tableName } = tracker.strapi.db.metadata.get('api::milestone.milestone');
    await connection(tableName).where({ code: '2.2.10' }).update({ order: null });
    await tracker.strapi.store({ type: 'core', name: 'open-commitments', key: 'child-order' }).delete({});
    await tracker.close({ keepDatabase: true });
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' }, reuse: tracker.database });
    expect(await page('ka')).toEqual(before);
    const codes = (await exported()).map(({ code }) => code);
    expect(await api('ka')).toEqual(codes);
    expect(await api('en')).toEqual(codes);
    expect(codes.at(-1)).toBe('2.2.10');
  });
});
