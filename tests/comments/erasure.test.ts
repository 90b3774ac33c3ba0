import {
  approvedComment,
  COMMENT,
  moderate,
  NO_LIMITS,
  sendComment,
  storedComment,
  writtenComment,
} from '../support/comments';
import { failStatements } from '../support/failing-statements';
import { makeCommitment } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const CHANGE = 'plugin::accountability.change';
const REPORT = 'plugin::accountability.comment-report';
const HISTORY = 'plugin::accountability.status-change';
const NOTICE = 'plugin::accountability.comment-notice';

interface Line {
  dataset: string;
  id: string;
  change: string;
}

describe('erasing an author', () => {
  let tracker: Tracker;
  let commitment: string;
  let authors = 0;
  let email = '';

  beforeAll(async () => {
    tracker = await bootTracker({ env: NO_LIMITS });
    commitment = await makeCommitment(tracker);
  });
  afterAll(() => tracker.close());
  beforeEach(() => {
    email = `erased${(authors += 1)}@example.org`;
  });

  const moderation = () => tracker.strapi.plugin('accountability').service('moderation');
  const erase = (mode: string, more: object = {}): Promise<{ comments: number; reports: number }> =>
    moderation().eraseAuthor({ email, mode, ...more });
  const report = async (comment: string) => {
    const { status } = await fetch(
      `${tracker.url}/api/commitments/${commitment}/comments/${comment}/reports`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ data: { reason: 'other', details: 'This is Nino of our street' } }),
      },
    );
    expect(status).toBe(201);
  };
  const pending = async (data: object = {}) => {
    const { body } = await sendComment(tracker, commitment, {
      ...writtenComment(),
      authorEmail: email,
      wantsNotice: true,
      ...data,
    });
    return body.data!.documentId;
  };
  const approved = (data: object = {}) =>
    approvedComment(tracker, commitment, { authorEmail: email, ...data });
  const sequence = async (): Promise<number> =>
    (
      (await tracker.strapi.db.query(CHANGE).findMany({ orderBy: { id: 'desc' }, limit: 1 })) as {
        id: number;
      }[]
    )[0]?.id ?? 0;
  /** Changes of comments in the public change feed since. */
  const publicChanges = async (since: number) => {
    const response = await fetch(`${tracker.url}/api/open-data/changes.ndjson?since=${since}`);
    const lines = (await response.text()).split('\n').filter(Boolean);
    return lines
      .map((line) => JSON.parse(line) as Line)
      .filter(({ dataset }) => dataset === 'comments')
      .map(({ change, id }) => `${change} ${id}`);
  };
  const exported = async (): Promise<Record<string, unknown>[]> => {
    const response = await fetch(`${tracker.url}/api/open-data/comments.ndjson`);
    return (await response.text())
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  };
  const history = (documentId: string): Promise<Record<string, unknown>[]> =>
    tracker.strapi.db.query(HISTORY).findMany({ where: { subjectId: documentId }, orderBy: { id: 'asc' } });
  const isValid = async () =>
    expect(await tracker.strapi.plugin('accountability').service('changeLog').check()).toEqual([]);

  it('anonymises: the text stays, the author goes', async () => {
    const [georgian, english] = [await approved({ locale: 'ka' }), await approved({ locale: 'en' })];
    const waiting = await pending();
    const other = await approved({ authorEmail: `other.${email}` });
    const before = await storedComment(tracker, georgian);
    await tracker.strapi.db.query(COMMENT).update({
      where: { documentId: english },
      data: { authorEmail: email.toUpperCase(), moderationNote: 'Nino?' },
    });
    await report(georgian);
    await moderate(tracker, english, 'hide');
    await tracker.strapi.db.query(NOTICE).create({ data: { kind: 'decision', recipient: georgian } });

    const since = await sequence();
    expect(await erase('anonymise', { email: ` ${email.toUpperCase()} ` })).toEqual({
      comments: 3,
      reports: 1,
      follows: 0,
    });
    for (const documentId of [georgian, english, waiting]) {
      expect(await storedComment(tracker, documentId)).toMatchObject({
        authorName: documentId === english ? 'Anonymous' : 'ანონიმური ავტორი',
        authorEmail: null,
        wantsNotice: false,
        textFingerprint: null,
        moderationNote: null,
      });
    }
    expect(await storedComment(tracker, georgian)).toMatchObject({
      body: before.body,
      moderationStatus: 'approved',
    });
    expect(await storedComment(tracker, other)).toMatchObject({ authorEmail: `other.${email}` });
    expect(await publicChanges(since)).toEqual([`updated ${georgian}`]);
    expect(await history(english)).toMatchObject([
      { transition: 'approve', reason: null },
      { transition: 'hide', reason: null },
    ]);
    expect(await tracker.strapi.db.query(REPORT).findMany({ where: { commentId: georgian } })).toMatchObject([
      { reason: 'other', details: null },
    ]);
    expect(await tracker.strapi.db.query(NOTICE).count({ where: { recipient: georgian } })).toBe(0);
    expect(await erase('anonymise')).toEqual({ comments: 0, reports: 0, follows: 0 });
    await isValid();
  });

  it('removes: comments and their reports go, answers of others stay', async () => {
    const comment = await approved();
    const own = await approved({ parent: comment });
    const answer = await approved({ parent: comment, authorEmail: `other.${email}` });
    const waiting = await pending();
    await report(comment);
    expect((await exported()).find(({ id }) => id === answer)).toMatchObject({ parent_id: comment });

    const since = await sequence();
    expect(await erase('remove')).toEqual({ comments: 3, reports: 1, follows: 0 });
    for (const documentId of [comment, own, waiting]) {
      expect(await storedComment(tracker, documentId)).toBeNull();
    }
    expect((await publicChanges(since)).sort()).toEqual(
      [`deleted ${comment}`, `deleted ${own}`, `updated ${answer}`].sort(),
    );
    expect(await tracker.strapi.db.query(REPORT).count({ where: { commentId: comment } })).toBe(0);
    expect(await history(comment)).toMatchObject([{ transition: 'approve', reason: null }]);
    const rows = await exported();
    expect(rows.find(({ id }) => id === answer)).toMatchObject({ parent_id: null });
    expect(rows.map(({ id }) => id)).not.toContain(comment);
    const page = await fetch(
      `${tracker.url}/api/commitments/${commitment}/comments?pagination[pageSize]=100`,
    );
    const { data } = (await page.json()) as { data: { documentId: string }[] };
    expect(data.map(({ documentId }) => documentId)).toContain(answer);
    await isValid();
  });

  it('changes nothing when it fails half-way, or is only to count', async () => {
    const [first, second] = [await approved(), await pending()];
    const before = [await storedComment(tracker, first), await storedComment(tracker, second)];
    const since = await sequence();
    expect(await erase('remove', { dryRun: true })).toEqual({ comments: 2, reports: 0, follows: 0 });
    const restore = await failStatements(tracker, { table: 'accountability_status_changes', on: 'UPDATE' });
    try {
      await expect(erase('anonymise')).rejects.toMatchObject({
        message: expect.stringContaining('injected failure'),
      });
    } finally {
      await restore();
    }
    expect([await storedComment(tracker, first), await storedComment(tracker, second)]).toEqual(before);
    expect(await publicChanges(since)).toEqual([]);
  });

  it('shows an answer nowhere while the comment it answers is hidden, and reports it in the change feed', async () => {
    const comment = await approved();
    const answer = await approved({ parent: comment });
    const since = await sequence();
    await moderate(tracker, comment, 'hide');
    expect(await publicChanges(since)).toEqual([`unpublished ${comment}`, `updated ${answer}`]);
    const answers = async () => {
      const page = await fetch(`${tracker.url}/api/commitments/${commitment}/comments?parent=${comment}`);
      return ((await page.json()) as { data: { documentId: string }[] }).data.map(
        ({ documentId }) => documentId,
      );
    };
    expect((await exported()).map(({ id }) => id)).not.toContain(answer);
    expect(await answers()).toEqual([]);
    await moderate(tracker, comment, 'show');
    expect(await publicChanges(since)).toContain(`created ${comment}`);
    expect((await exported()).find(({ id }) => id === answer)).toMatchObject({
      parent_id: comment,
      language: 'ka',
    });
    expect(await answers()).toEqual([answer]);
  });
});
