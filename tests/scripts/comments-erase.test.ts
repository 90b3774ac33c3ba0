import { approvedComment, NO_LIMITS, storedComment } from '../support/comments';
import { TEST_SETTINGS } from '../support/environment';
import { makeCommitment } from '../support/milestones';
import { startNode } from '../support/processes';
import { bootTracker } from '../support/tracker';

const EMAIL = 'erased@example.org';

describe('npm run comments:erase', () => {
  it('counts, then takes the author out of the comments, and repeats no address', async () => {
    let tracker = await bootTracker({ env: NO_LIMITS });
    const { database } = tracker;
    try {
      const commitment = await makeCommitment(tracker);
      const comment = await approvedComment(tracker, commitment, { authorEmail: EMAIL });
      await tracker.close({ keepDatabase: true });
      const run = (...options: string[]) =>
        startNode(['scripts/comments-erase.mjs', ...options], { ...TEST_SETTINGS, ...database.env }).ended;

      expect(await run('--email', 'nonsense')).toMatchObject({ code: 2 });
      expect(await run('--remove')).toMatchObject({ code: 2 });
      const counted = await run('--email', EMAIL, '--dry-run', '--remove');
      expect(counted.output).toContain('would be removed: 1, with 0 reports');
      const done = await run('--email', EMAIL.toUpperCase());
      expect(done.output).toContain('anonymised: 1, with 0 reports');
      expect([counted.code, done.code]).toEqual([0, 0]);
      expect(counted.output + done.output).not.toMatch(/example\.org/i);

      tracker = await bootTracker({ reuse: database });
      expect(await storedComment(tracker, comment)).toMatchObject({
        authorEmail: null,
        authorName: 'ანონიმური ავტორი',
      });
    } finally {
      await tracker.close();
      await database.drop();
    }
  }, 120_000);
});
