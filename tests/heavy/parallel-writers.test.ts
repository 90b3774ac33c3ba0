import { makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';
const WRITERS = 8;
const ROUNDS = 6;

describe('many writers at once', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker();
  });
  afterAll(() => tracker.close());

  it('never make a reader who asks for what came since miss a change', async () => {
    const { strapi } = tracker;
    const log = () => strapi.db.connection(strapi.db.metadata.get('plugin::accountability.change').tableName);
    const ids = [];
    for (let writer = 0; writer < WRITERS; writer += 1) ids.push(await makeMilestone(tracker));
    const start = Number((await log().max('id as id').first())?.id);

    let writing = true;
    const seen: number[] = [];
    const read = async () => {
      let since = start;
      while (writing) {
        const rows: number[] = await log().where('id', '>', since).orderBy('id').limit(5).pluck('id');
        seen.push(...rows);
        since = rows.at(-1) ?? since;
      }
      seen.push(...((await log().where('id', '>', since).orderBy('id').pluck('id')) as number[]));
    };
    const write = async (documentId: string) => {
      const milestones = strapi.documents(MILESTONE);
      for (let round = 0; round < ROUNDS; round += 1) {
        await milestones.publish({ documentId, locale: '*' } as never);
        const move = { contentType: MILESTONE, documentId, workflow: 'implementation' };
        const moves = strapi.plugin('accountability').service('workflows');
        await moves.move({
          ...move,
          transition: round === 0 ? 'start' : round % 2 === 0 ? 'resume' : 'suspend',
        });
        // A long transaction that is undone leaves a gap in the sequence, and nothing behind it may be early.
        await strapi.db
          .transaction(async () => {
            await milestones.publish({ documentId, locale: '*' } as never);
            await new Promise((resolve) => setTimeout(resolve, 5));
            throw new Error('undone');
          })
          .catch((error: Error) => expect(error.message).toBe('undone'));
      }
    };
    const reading = read();
    try {
      await Promise.all(ids.map(write));
    } finally {
      writing = false;
    }
    await reading;
    const all: number[] = await log().where('id', '>', start).orderBy('id').pluck('id');
    expect(all).toHaveLength(WRITERS * ROUNDS * 2);
    expect(seen).toEqual(all);
  });
});
