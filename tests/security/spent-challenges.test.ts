import {
  approvedComment,
  COMMENT,
  fieldCodes,
  NO_LIMITS,
  sendComment,
  shownForm,
  solveProof,
  storedComment,
  writtenComment,
  type Answer,
} from '../support/comments';
import { failStatements } from '../support/failing-statements';
import { hostDate } from '../support/host';
import { jsonRequest } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const PROOF = { ...NO_LIMITS, COMMENTS_PROOF_OF_WORK: 'true', COMMENTS_PROOF_OF_WORK_COST: '1' };
const REPORT = 'plugin::accountability.comment-report';

describe('a commitment that takes two comments at a time', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker({ env: { ...PROOF, COMMENTS_PER_COMMITMENT: '2', IS_PROXIED: 'true' } });
  });
  afterAll(() => tracker.close());

  it('is not closed to others by one challenge that was solved once and sent 20 times from different addresses', async () => {
    const commitment = await makeCommitment(tracker, { title: 'Open to all' });
    const altcha = await solveProof(tracker);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        sendComment(
          tracker,
          commitment,
          { ...writtenComment(), altcha },
          { 'x-forwarded-for': `192.0.2.${index + 1}` },
        ),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 400).map(fieldCodes)).toEqual(
      Array(19).fill(['altcha CHALLENGE_USED']),
    );
    const data = { ...writtenComment(), altcha: await solveProof(tracker) };
    const other = await sendComment(tracker, commitment, data, { 'x-forwarded-for': '192.0.2.101' });
    expect(other.status).toBe(201);
  });

  it('counts no refused answer, whose challenge is used up', async () => {
    const commitment = await makeCommitment(tracker, { title: 'Nothing to answer' });
    const send = (data: object) => sendComment(tracker, commitment, data);
    const altcha = await solveProof(tracker);
    const answer = { ...writtenComment(), parent: 'nobody', altcha };
    expect(fieldCodes(await send(answer))).toEqual(['parent PARENT_UNKNOWN']);
    for (const again of [answer, { ...writtenComment(), altcha }]) {
      expect(fieldCodes(await send(again))).toEqual(['altcha CHALLENGE_USED']);
    }
    expect((await send({ ...writtenComment(), altcha: await solveProof(tracker) })).status).toBe(201);
  });

  it('says in its own words that it is full, and when to try again, and takes the next one with the same challenge then', async () => {
    const commitment = await makeCommitment(tracker, { title: 'Full' });
    const send = (data: object) => sendComment(tracker, commitment, { ...writtenComment(), ...data });
    const stored = [];
    for (let index = 0; index < 2; index += 1) {
      const { status, body } = await send({ altcha: await solveProof(tracker) });
      expect(status).toBe(201);
      stored.push(body.data!.documentId);
    }
    const comment = { ...writtenComment(), altcha: await solveProof(tracker) };
    for (let times = 0; times < 3; times += 1) {
      const { status, headers, body } = await send(comment);
      const seconds = Number(headers.get('retry-after'));
      expect([status, seconds > 500, seconds <= 600]).toEqual([429, true, true]);
      expect(body.error.details).toMatchObject({
        code: 'SUBJECT_FULL',
        retryAfter: seconds,
        messages: {
          en: expect.stringMatching(/written here .* Try again in (9|10) minutes\.$/),
          ka: expect.stringMatching(/ახალი აღარ მიიღება\. სცადეთ (9|10) წუთში\.$/),
        },
      });
    }
    const other = await makeCommitment(tracker, { title: 'Not full' });
    const elsewhere = { ...writtenComment(), altcha: await solveProof(tracker) };
    expect((await sendComment(tracker, other, elsewhere)).status).toBe(201);

    const ago = hostDate(Date.now() - 11 * 60_000);
    const { db } = tracker.strapi;
    await db.query(COMMENT).update({ where: { documentId: stored[0] }, data: { createdAt: ago } });
    expect((await send(comment)).status).toBe(201);
    expect((await send({ altcha: await solveProof(tracker) })).status).toBe(429);
  });

  it('stays full where as many come at once', async () => {
    const subject = await makeCommitment(tracker, { title: 'At once' });
    const comments = await Promise.all(
      Array.from({ length: 6 }, async () => ({ ...writtenComment(), altcha: await solveProof(tracker) })),
    );
    const answers = await Promise.all(comments.map((comment) => sendComment(tracker, subject, comment)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429, 429, 429]);
  });
});

describe('a challenge that was solved once', () => {
  let tracker: Tracker;
  let commitment: string;
  const send = (data: object) => sendComment(tracker, commitment, data);
  const count = (): Promise<number> =>
    tracker.strapi.db.query(COMMENT).count({ where: { subjectId: commitment } });
  const idsOf = (answers: { body: Answer }[]) => answers.map(({ body }) => body.data?.documentId);
  beforeAll(async () => {
    tracker = await bootTracker({ env: PROOF });
  });
  beforeEach(async () => {
    commitment = await makeCommitment(tracker, { title: 'Written to' });
  });
  afterAll(() => tracker.close());

  it('gets the answer of what was stored with it, however often and at once, and stores nothing else', async () => {
    const comment = { ...writtenComment(), altcha: await solveProof(tracker) };
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(comment)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
    const [documentId = ''] = idsOf(answers);
    expect(new Set(idsOf(answers))).toEqual(new Set([documentId]));
    const later = await send({ ...comment, body: ` ${comment.body}\r\n` });
    expect([later.status, later.body.data]).toEqual([201, { documentId, moderationStatus: 'pending' }]);
    expect(await count()).toBe(1);
    const { screeningReasons } = await storedComment(tracker, documentId);
    expect(JSON.stringify(screeningReasons)).not.toContain('text-repeated');

    const others = [
      { ...comment, body: 'Something else' },
      { ...comment, authorName: 'Somebody else' },
      { ...comment, authorEmail: 'else@example.org' },
      { ...comment, locale: 'en' },
      { ...comment, parent: documentId },
    ];
    for (const other of others) expect(fieldCodes(await send(other))).toEqual(['altcha CHALLENGE_USED']);
    const elsewhere = await makeCommitment(tracker, { title: 'Elsewhere' });
    expect(fieldCodes(await sendComment(tracker, elsewhere, comment))).toEqual(['altcha CHALLENGE_USED']);
    expect(await count()).toBe(1);
  });

  it('says by its form what was stored from there, after the page was reloaded', async () => {
    const { altcha, form } = await shownForm(tracker, hostDate(Date.now() - 60_000));
    const comment = writtenComment();
    const first = await send({ ...comment, altcha });
    const again = await send({ ...comment, altcha: await solveProof(tracker, form) });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await send({ ...writtenComment(), altcha: await solveProof(tracker, form) });
    expect([other.status, idsOf([other])[0] === idsOf([first])[0]]).toEqual([201, false]);
    expect(await count()).toBe(2);
  });

  it('takes a report once, and answers it alike when it is sent again', async () => {
    const [one, other] = [
      await approvedComment(tracker, commitment, { altcha: await solveProof(tracker) }),
      await approvedComment(tracker, commitment, { altcha: await solveProof(tracker) }),
    ];
    const altcha = await solveProof(tracker);
    const report = (comment: string) =>
      jsonRequest<Answer>(`${tracker.url}/api/commitments/${commitment}/comments/${comment}/reports`, {
        body: { data: { reason: 'hate', altcha } },
      });
    const answers = await Promise.all([report(one), report(one), report(one)]);
    expect([...answers, await report(one)].map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(fieldCodes(await report(other))).toEqual(['altcha CHALLENGE_USED']);
    expect(fieldCodes(await send({ ...writtenComment(), altcha }))).toEqual(['altcha CHALLENGE_USED']);
    expect(await tracker.strapi.db.query(REPORT).count()).toBe(1);
  });

  it.each(['statement', 'commit'] as const)(
    'holds where the database fails over what was sent with it, in a %s',
    async (at) => {
      const comment = { ...writtenComment(), altcha: await solveProof(tracker) };
      const log = jest
        .spyOn(tracker.strapi.log, 'error')
        .mockImplementation((() => tracker.strapi.log) as never);
      const restore = await failStatements(tracker, {
        table: 'comments',
        on: 'INSERT',
        ...(at === 'commit' && { at }),
      });
      try {
        expect((await send(comment)).status).toBe(500);
      } finally {
        await restore();
        log.mockRestore();
      }
      expect(await count()).toBe(0);
      expect((await send(comment)).status).toBe(201);
      expect(await count()).toBe(1);
    },
  );

  it('gives no answer about an author who was erased', async () => {
    const moderation = tracker.strapi.plugin('accountability').service('moderation');
    for (const mode of ['anonymise', 'remove']) {
      const comment = { ...writtenComment(), altcha: await solveProof(tracker) };
      expect((await send(comment)).status).toBe(201);
      await moderation.eraseAuthor({ email: comment.authorEmail, mode });
      expect(fieldCodes(await send(comment))).toEqual(['altcha CHALLENGE_USED']);
      const spent: { outcome: string | null }[] = await tracker.strapi.db
        .query('plugin::accountability.spent-challenge')
        .findMany();
      expect(spent.filter(({ outcome }) => outcome !== null)).toEqual([]);
    }
  });
});
