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
});
