import { hostDate } from '../support/host';
import { makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';
const CHANGE = 'plugin::accountability.change';

describe('a change log that begins late', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker();
  });
  afterAll(() => tracker.close());

  it('has a row for all that was public before, and catches up with what it missed', async () => {
    const { begin, check } = tracker.strapi.plugin('accountability').service('changeLog') as {
      begin(): Promise<void>;
      check(): Promise<object[]>;
    };
    const table = (uid: string) =>
      tracker.strapi.db.connection(tracker.strapi.db.metadata.get(uid).tableName);
    const log = () => table(CHANGE);
    const kinds = (subject_id: string): Promise<string[]> =>
      log().where({ subject_id }).orderBy('id').pluck('kind');
    const [kept, changed, removed, draft] = [
      await makeMilestone(tracker),
      await makeMilestone(tracker),
      await makeMilestone(tracker),
      await makeMilestone(tracker, { published: false }),
    ];
    // As a release before left it: moves of anything, drafts among them.
    await log().delete();
    await log().insert({ subject_type: MILESTONE, subject_id: draft, kind: 'transition', at: hostDate() });
    await begin();
    expect([await kinds(kept), await kinds(draft)]).toEqual([['created'], []]);
    const count = (await log()).length;
    await begin();
    expect((await log()).length).toBe(count);

    // As if the type had not been public for a while.
    await log().where({ subject_type: MILESTONE, kind: 'baseline' }).delete();
    await table(MILESTONE).where({ document_id: removed }).delete();
    await table(MILESTONE).where({ document_id: changed }).update({ updated_at: hostDate() });
    await begin();
    expect([await kinds(kept), await kinds(changed), await kinds(removed)]).toEqual([
      ['created'],
      ['created', 'updated'],
      ['created', 'unpublished'],
    ]);
    expect(await check()).toEqual([]);
  });

  it('takes time with the number of documents, not with its square', async () => {
    const { begin, check } = tracker.strapi.plugin('accountability').service('changeLog') as {
      begin(): Promise<void>;
      check(): Promise<object[]>;
    };
    const { db } = tracker.strapi;
    const table = (uid: string) => db.connection(db.metadata.get(uid).tableName);
    const at = hostDate(Date.UTC(2024, 0, 1));
    const documents = Array.from(
      { length: 10_000 },
      (_, number) => `many${String(number).padStart(20, '0')}`,
    );
    const rows = documents.flatMap((document_id) =>
      ['ka', 'en'].map((locale) => ({
        ...{ document_id, locale, title: 'One of many', created_at: at, updated_at: at, published_at: at },
      })),
    );
    const ofMany = (kind: string) => table(CHANGE).where({ kind }).where('subject_id', 'like', 'many%');
    /** As a type that becomes public. */
    const beginAgain = async () => {
      await table(CHANGE).where({ subject_type: MILESTONE, kind: 'baseline' }).delete();
      await begin();
    };
    await db.connection.batchInsert(db.metadata.get(MILESTONE).tableName, rows, 100);
    const started = performance.now();
    await beginAgain();
    await beginAgain();
    expect(await check()).toEqual([]);
    expect(await ofMany('created')).toHaveLength(documents.length);
    await table(MILESTONE).where('document_id', 'like', 'many%').delete();
    await beginAgain();
    expect(await check()).toEqual([]);
    expect(await ofMany('unpublished')).toHaveLength(documents.length);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
