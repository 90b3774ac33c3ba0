import { TEST_SETTINGS } from '../support/environment';
import {
  approvedComment,
  COMMENT,
  NO_LIMITS,
  sendComment,
  storedComment,
  writtenComment,
} from '../support/comments';
import { jsonRequest } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { startNode } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const MAIL = 'Gone.Away@example.org';

interface Page {
  data: { documentId: string; authorName: string; body: string; replies: { documentId: string }[] }[];
}

describe('an author who wants to be forgotten', () => {
  let tracker: Tracker;
  let commitment: string;

  beforeAll(async () => {
    tracker = await bootTracker({ env: NO_LIMITS });
    commitment = await makeCommitment(tracker, { title: 'Erasure' });
  });
  afterAll(() => tracker.close());
  afterEach(async () => {
    await tracker.strapi.db.query(COMMENT).deleteMany({ where: {} });
  });

  const erase = (mode: string, more: object = {}) =>
    tracker.strapi
      .plugin('accountability')
      .service('moderation')
      .eraseAuthor({ email: MAIL, mode, ...more });
  const shown = async () => {
    const { body } = await jsonRequest<Page>(`${tracker.url}/api/commitments/${commitment}/comments`);
    return body.data;
  };
  const rows = async (): Promise<Record<string, unknown>[]> => {
    const answer = await fetch(`${tracker.url}/api/open-data/comments.json`);
    return ((await answer.json()) as { data: Record<string, unknown>[] }).data;
  };
  const changesOf = async (documentId: string): Promise<string[]> => {
    const answer = await fetch(`${tracker.url}/api/open-data/changes.ndjson?limit=10000`);
    const lines = (await answer.text()).trim().split('\n');
    return lines
      .map((line) => JSON.parse(line) as { id: string; kind?: string; change?: string; type?: string })
      .filter(({ id }) => id === documentId)
      .map((change) => JSON.stringify(change));
  };

  it('is made anonymous in every comment, whatever its state, and the texts stay', async () => {
    const own = { authorEmail: MAIL.toLowerCase(), authorName: 'Nana Gone' };
    const public_ = await approvedComment(tracker, commitment, { ...own, locale: 'ka' });
    const { body: pending } = await sendComment(tracker, commitment, {
      ...writtenComment(),
      ...own,
      authorEmail: 'GONE.away@example.ORG',
      locale: 'en',
      wantsNotice: true,
    });
    const other = await approvedComment(tracker, commitment);
    const { body: text } = (await storedComment(tracker, public_)) as { body: string };

    expect(await erase('anonymise', { dryRun: true })).toEqual({ anonymised: 2, removed: 0, emptied: 0 });
    expect((await storedComment(tracker, public_)).authorName).toBe('Nana Gone');
    expect(await erase('anonymise')).toEqual({ anonymised: 2, removed: 0, emptied: 0 });

    expect(await storedComment(tracker, public_)).toMatchObject({
      authorName: 'ანონიმი',
      authorEmail: null,
      wantsNotice: false,
      textFingerprint: null,
      body: text,
      moderationStatus: 'approved',
    });
    expect(await storedComment(tracker, pending.data!.documentId)).toMatchObject({
      authorName: 'Anonymous',
      authorEmail: null,
      moderationStatus: 'pending',
    });
    expect(await storedComment(tracker, other)).toMatchObject({ authorName: 'ნინო' });
    expect((await shown()).map(({ authorName }) => authorName)).toEqual(['ნინო', 'ანონიმი']);
    expect(JSON.stringify(await rows())).not.toContain('Nana Gone');
    expect((await changesOf(public_)).at(-1)).toContain('updated');
    expect(await erase('anonymise')).toEqual({ anonymised: 0, removed: 0, emptied: 0 });
  });

  it('is removed with the texts; what others have answered keeps its place without them', async () => {
    const own = { authorEmail: MAIL, authorName: 'Nana Gone', body: 'A text to be forgotten', locale: 'en' };
    const answered = await approvedComment(tracker, commitment, own);
    const answer = await approvedComment(tracker, commitment, { parent: answered });
    const alone = await approvedComment(tracker, commitment, { ...own, body: 'Another one to be forgotten' });
    const answeredBySelf = await approvedComment(tracker, commitment, { ...own, body: 'A third one' });
    await approvedComment(tracker, commitment, { ...own, body: 'My own answer', parent: answeredBySelf });
    await jsonRequest(`${tracker.url}/api/commitments/${commitment}/comments/${alone}/reports`, {
      body: { data: { reason: 'hate' } },
    });

    expect(await erase('remove')).toEqual({ anonymised: 0, removed: 3, emptied: 1 });
    const page = await shown();
    expect(page).toHaveLength(1);
    expect(page[0]).toMatchObject({
      documentId: answered,
      authorName: 'Anonymous',
      body: 'The author has had this text removed.',
      replies: [{ documentId: answer }],
    });
    const kept = JSON.stringify(await tracker.strapi.db.query(COMMENT).findMany({}));
    expect(kept).not.toMatch(/Nana|forgotten|third|own answer|gone\.away/i);
    expect((await changesOf(alone)).at(-1)).toContain('deleted');
    expect(
      await tracker.strapi.db
        .query('plugin::accountability.comment-report' as never)
        .count({ where: { commentId: alone } }),
    ).toBe(0);
  });

  it('is erased from the command line as well, which names no address', async () => {
    const comment = await approvedComment(tracker, commitment, { authorEmail: MAIL });
    const { database } = tracker;
    await tracker.close({ keepDatabase: true });
    const run = (...args: string[]) =>
      startNode(['scripts/comments-erase.mjs', ...args], { ...TEST_SETTINGS, ...database.env }).ended;
    try {
      const wrong = await run('--remove');
      expect(wrong).toMatchObject({ code: 2, output: expect.stringContaining('--email') });
      const { code, output } = await run('--email', MAIL, '--remove');
      expect([code, output]).toEqual([0, expect.stringContaining('0 comments made anonymous, 1 removed')]);
      expect(output).not.toMatch(/gone\.away/i);
    } finally {
      tracker = await bootTracker({ reuse: database, env: NO_LIMITS });
    }
    expect(await storedComment(tracker, comment)).toBeNull();
  }, 60_000);
});
