import { hostDate } from '../support/host';
import { makeMilestone } from '../support/milestones';
import { startNode } from '../support/processes';
import { TEST_SETTINGS } from '../support/environment';
import { bootTracker } from '../support/tracker';

describe('npm run doctor', () => {
  it('finds a sound database sound, names what disagrees, and mends nothing', async () => {
    let tracker = await bootTracker();
    const { database } = tracker;
    const examine = async () => {
      await tracker.close({ keepDatabase: true });
      const result = await startNode(['scripts/doctor.mjs'], { ...TEST_SETTINGS, ...database.env }).ended;
      tracker = await bootTracker({ reuse: database });
      return result;
    };
    try {
      const documentId = await makeMilestone(tracker);
      const sound = await examine();
      expect(sound).toMatchObject({ code: 0, output: expect.stringContaining('agree on every document') });

      const { tableName } = tracker.strapi.db.metadata.get('api::milestone.milestone');
      await tracker.strapi.db
        .connection(tableName)
        .where({ document_id: documentId, locale: 'en' })
        .update({ implementation_status: 'completed', updated_at: hostDate(Date.now() + 60_000) });
      for (const { code, output } of [await examine(), await examine()]) {
        expect(code).toBe(1);
        expect(output).toContain('ROWS_DIFFER: 1 documents');
        expect(output).toContain('CHANGE_NOT_LOGGED: 1 documents');
        expect(output).toContain(documentId);
      }
    } finally {
      await tracker.close();
    }
  }, 120_000);
});
