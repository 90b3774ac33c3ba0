import { approvedComment, COMMENT, moderate } from '../../support/comments';
import { jsonRequest } from '../../support/json-request';
import { makeCommitment } from '../../support/milestones';
import { bootModerationQueue, type ModerationQueue } from '../../support/moderation-queue';
import { moderator, moderatorRole, type Moderator } from '../../support/moderators';
import type { Tracker } from '../../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const UNKNOWN = 'a'.repeat(24);

let queue: ModerationQueue;
let tracker: Tracker;
let commitment: string;
let other: string;
let alone: Moderator;

beforeAll(async () => {
  queue = await bootModerationQueue();
  ({ tracker, commitment, other, alone } = queue);
});
afterAll(() => tracker.close());

describe('decisions', () => {
  it('are moves with the version that was seen, and the slower of two sees the current state', async () => {
    const documentId = await queue.send();
    const before = await queue.counts();
    const made = await alone.move(documentId, 'approve', { version: 0 });
    expect(made).toMatchObject({ status: 200, body: { data: { to: 'approved', version: 1 } } });
    const late = await alone.move(documentId, 'reject', { version: 0, reason: 'Too late' });
    expect(late).toMatchObject({
      status: 409,
      body: { error: { details: { current: { state: 'approved', version: 1 } } } },
    });
    expect(await queue.commentOf(documentId)).toMatchObject({ state: 'approved', version: 1 });
    const { states } = await queue.counts();
    expect(states.pending ?? 0).toBe(before.waiting - 1);
    expect(states.approved).toBe((before.states.approved ?? 0) + 1);
  });

  it('need a reason where it is asked for, and can be taken back', async () => {
    const documentId = await queue.send();
    expect(await alone.move(documentId, 'reject', { version: 0 })).toMatchObject({
      status: 400,
      body: { error: { details: { errors: [{ code: 'REASON_REQUIRED' }] } } },
    });
    await alone.move(documentId, 'reject', { version: 0, reason: 'Off topic' });
    await alone.move(documentId, 'undo', { version: 1 });
    expect(await queue.commentOf(documentId)).toMatchObject({ state: 'pending', version: 2 });
    expect((await queue.context(documentId)).history).toMatchObject([
      { transition: 'undo', to: 'pending', reason: null },
      { transition: 'reject', to: 'rejected', reason: 'Off topic', actor: { name: 'Test queue-alone' } },
    ]);
  });

  it('on many are made one by one: who was decided on meanwhile keeps that, the others move', async () => {
    const chosen = [await queue.send(), await queue.send(), await queue.send()];
    await moderate(tracker, chosen[1]!, 'mark-spam');
    const outcomes = [];
    for (const documentId of chosen)
      outcomes.push((await alone.move(documentId, 'approve', { version: 0 })).status);
    expect(outcomes).toEqual([200, 409, 200]);
    const now = await Promise.all(chosen.map(queue.commentOf));
    expect(now.map(({ state }) => state)).toEqual(['approved', 'spam', 'approved']);
  });

  it('outlive the user who has made them', async () => {
    const role = await moderatorRole(tracker, 'queue-leaver', { actions: ['queue', 'answer'] });
    const formerModerator = await moderator(tracker, [role]);
    const documentId = await queue.send();
    await formerModerator.move(documentId, 'approve', { version: 0 });
    const users = tracker.strapi.db.query('admin::user');
    const { id } = await users.findOne({ where: { lastname: 'queue-leaver' } });
    await tracker.strapi.service('admin::user').deleteById(id);
    expect((await queue.context(documentId)).history).toMatchObject([
      { actor: { name: 'Test queue-leaver' } },
    ]);
    expect((await queue.page('state=approved&order=newest')).comments[0]).toMatchObject({ documentId });
  });
});

describe('what surrounds a comment', () => {
  it('is its thread, the author with what became of their comments, reports and history', async () => {
    const authorEmail = 'often@example.org';
    const first = await approvedComment(tracker, commitment, { authorEmail, body: 'The thread' });
    const reply = await approvedComment(tracker, commitment, { body: 'A reply', parent: first });
    const refused = await queue.send({ authorEmail, body: 'Refused before' }, other);
    await moderate(tracker, refused, 'reject');
    const asked = await queue.send({
      authorEmail: 'Often@Example.org',
      body: 'Another reply',
      parent: first,
    });
    const around = await queue.context(asked);
    expect(around.comment.parent).toMatchObject({ documentId: first, body: 'The thread', state: 'approved' });
    expect(around.replies.map(({ documentId }) => documentId)).toEqual([reply]);
    expect(around.author.comments).toMatchObject([
      { body: 'Refused before', state: 'rejected', subjectTitle: 'Elsewhere en' },
      { body: 'The thread', state: 'approved', subjectTitle: 'Discussed en' },
    ]);
    expect(around.author.states).toEqual({ rejected: 1, approved: 1 });
    expect(around.history).toEqual([]);
    expect((await queue.context(first)).replies.map(({ body }) => body)).toEqual([
      'A reply',
      'Another reply',
    ]);
  });

  it('shows nothing of others where no address is kept', async () => {
    const documentId = await queue.send();
    await tracker.strapi.db.query(COMMENT).update({ where: { documentId }, data: { authorEmail: null } });
    expect(await queue.context(documentId)).toMatchObject({
      comment: { authorEmail: null },
      author: { comments: [], states: {} },
    });
  });

  it('has the reports in words until they are settled, and as settled then', async () => {
    const documentId = await approvedComment(tracker, commitment);
    await jsonRequest(`${tracker.url}/api/commitments/${commitment}/comments/${documentId}/reports`, {
      body: { data: { reason: 'insult', details: 'Look at it' } },
    });
    expect((await queue.context(documentId)).reports).toEqual([
      {
        reason: 'insult',
        labels: expect.objectContaining({ ka: 'შეურაცხყოფა ან მუქარა', en: 'Insult or threat' }),
        details: 'Look at it',
        at: expect.anything(),
        settledAt: null,
      },
    ]);
    expect((await alone.post(`comments/${documentId}/settled-reports`, {})).status).toBe(200);
    const { comment, reports } = await queue.context(documentId);
    expect([comment.openReports, reports[0]?.settledAt]).toEqual([0, expect.anything()]);
    expect((await queue.counts()).reported).toBe(0);
    expect(await queue.bodies('reported=true')).toEqual([]);
  });

  it('survives what the comment was about', async () => {
    const gone = await makeCommitment(tracker, { title: 'Short-lived' });
    const documentId = await queue.send({ body: 'Still here' }, gone);
    await tracker.strapi.documents(COMMITMENT).delete({ documentId: gone, locale: '*' } as never);
    expect(await queue.commentOf(documentId)).toMatchObject({ subject: { documentId: gone, title: null } });
    expect(await queue.bodies(`subject=${gone}`)).toEqual(['Still here']);
    expect((await alone.move(documentId, 'approve', { version: 0 })).status).toBe(200);
    const agency = UNKNOWN;
    const answer = await alone.post(`comments/${documentId}/answers`, {
      agency,
      body: 'Late',
      language: 'en',
    });
    expect(answer).toMatchObject({ status: 404, body: { error: { details: { code: 'UNKNOWN_SUBJECT' } } } });
  });
});

describe('erasing an author', () => {
  it('takes them out of all that came from the address, and asks for a known way first', async () => {
    const authorEmail = 'forget.me@example.org';
    const first = await queue.send({ authorEmail, authorName: 'Nana', body: 'The first of two' });
    const second = await queue.send({ authorEmail, authorName: 'Nana', body: 'The second of two' });
    const erase = (mode: string) => alone.post(`comments/${first}/erased-author`, { mode });
    const stored = (documentId: string): Promise<Record<string, unknown> | null> =>
      tracker.strapi.db.query(COMMENT).findOne({ where: { documentId } });
    expect((await erase('all')).status).toBe(400);
    expect(await stored(second)).toMatchObject({ authorName: 'Nana', authorEmail });

    expect(await erase('anonymise')).toMatchObject({
      status: 200,
      body: { data: { comments: 2, reports: 0 } },
    });
    for (const [documentId, body] of [
      [first, 'The first of two'],
      [second, 'The second of two'],
    ] as const) {
      const row = await stored(documentId);
      expect(row).toMatchObject({ authorEmail: null, body });
      expect(row!.authorName).not.toBe('Nana');
    }
    const again = await erase('remove');
    expect(again).toMatchObject({ status: 409, body: { error: { details: { code: 'AUTHOR_UNKNOWN' } } } });
  });
});
