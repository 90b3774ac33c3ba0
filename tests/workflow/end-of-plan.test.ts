import { adminToken, createFullAccessToken } from '../support/accounts';
import { makeCommitment, makeMilestone, rowsOf } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';
const OVER = { timeframe: { endDate: '2018-10-01', endPrecision: 'month' } };

/** What becomes of work whose plan has ended, and how much of it is stated to be done. */
describe('a plan that is over', () => {
  let tracker: Tracker;
  let token: string;
  beforeAll(async () => {
    tracker = await bootTracker();
    token = await createFullAccessToken(tracker);
  });
  afterAll(() => tracker.close());

  const move = async (contentType: string, documentId: string, transition: string, more: object = {}) => {
    const { status, body } = await tracker.request
      .post('/api/accountability/transitions')
      .set('Authorization', `Bearer ${token}`)
      .send({ contentType, documentId, workflow: 'implementation', transition, ...more });
    return { status, to: (body as { data?: { to: string } | null }).data?.to };
  };
  const exported = async (dataset: string, documentId: string) => {
    const { text } = await tracker.request
      .get(`/api/open-data/${dataset}.json?fields=id,implementation_status,overdue,progress_percent`)
      .expect(200);
    return (JSON.parse(text) as { data: { id: string }[] }).data.find(({ id }) => id === documentId);
  };

  it.each([
    ['commitments', COMMITMENT, makeCommitment],
    ['milestones', MILESTONE, makeMilestone],
  ] as const)(
    'leaves none of its %s overdue: they are closed as not completed',
    async (dataset, uid, make) => {
      const documentId = await make(tracker, { title: `over ${dataset}`, data: OVER });
      expect(await exported(dataset, documentId)).toMatchObject({ overdue: true, progress_percent: null });
      expect((await move(uid, documentId, 'close')).status).toBe(400);
      expect(await move(uid, documentId, 'close', { reason: 'The plan ended in 2019' })).toEqual({
        status: 200,
        to: 'not-completed',
      });
      expect(await exported(dataset, documentId)).toMatchObject({
        overdue: false,
        implementation_status: 'not-completed',
      });
      const late = await tracker.request.get(`/api/${dataset}?overdue=true`).expect(200);
      expect(JSON.stringify(late.body)).not.toContain(documentId);
      expect((await move(uid, documentId, 'start')).status).toBe(409);
      expect(await move(uid, documentId, 'reopen', { reason: 'Taken into the next plan' })).toMatchObject({
        to: 'in-progress',
      });
    },
  );

  it('suggests that a commitment was not completed where one of its milestones was not', async () => {
    const commitment = await makeCommitment(tracker, { title: 'whole' });
    const bearer = await adminToken(tracker);
    const [kept, broken] = [
      await makeMilestone(tracker, { title: 'kept', data: { commitment } }),
      await makeMilestone(tracker, { title: 'broken', data: { commitment } }),
    ];
    await move(MILESTONE, kept, 'withdraw', { reason: 'Moved to another commitment' });
    await move(MILESTONE, broken, 'close', { reason: 'The plan ended in 2019' });
    const { body } = await tracker.request
      .get(`/accountability/documents/${COMMITMENT}/${commitment}/workflows`)
      .set('Authorization', `Bearer ${bearer}`)
      .expect(200);
    expect((body as { data: { workflows: object[] } }).data.workflows[0]).toMatchObject({
      suggestion: { state: { code: 'not-completed' }, progress: 0, parts: 2 },
    });
  });

  it('may state how much is done, in percent: in the API and the export, and never outside of 0 to 100', async () => {
    const documentId = await makeMilestone(tracker, { title: 'share', data: { progress: 40 } });
    expect((await rowsOf(tracker, MILESTONE, documentId)).map((row) => row.progress)).toEqual(
      expect.arrayContaining([40]),
    );
    expect(await exported('milestones', documentId)).toMatchObject({ progress_percent: 40 });
    const answer = await tracker.request.get(`/api/milestones/${documentId}?fields=progress`).expect(200);
    expect(answer.body).toMatchObject({ data: { progress: 40 } });
    for (const progress of [-1, 101, 1.5]) {
      const { status } = await tracker.request
        .put(`/api/milestones/${documentId}`)
        .set('Authorization', `Bearer ${token}`)
        .send({ data: { progress } });
      expect([progress, status]).toEqual([progress, 400]);
    }
    expect(await exported('milestones', documentId)).toMatchObject({ progress_percent: 40 });
  });
});

describe('a database from before there was a share of what is done', () => {
  it('gets the column at the next start and keeps its content', async () => {
    const before = await bootTracker();
    const documentId = await makeMilestone(before, { title: 'old' });
    const tables = [COMMITMENT, MILESTONE].map((uid) => before.strapi.db.metadata.get(uid).tableName);
    for (const table of tables) {
      await before.strapi.db.connection.schema.alterTable(table, (columns) => columns.dropColumn('progress'));
    }
    // As the release before left it: Strapi compares tables with models only where the models have changed.
    await before.strapi.db.connection('strapi_database_schema').delete();
    await before.close({ keepDatabase: true });

    const after = await bootTracker({ reuse: before.database });
    const rows = await rowsOf(after, MILESTONE, documentId);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows)
      expect(row).toMatchObject({ progress: null, implementationStatus: 'not-started' });
    await after.close();
  });
});
