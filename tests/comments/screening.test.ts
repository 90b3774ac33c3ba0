import {
  approvedComment,
  expectSlowHands,
  fieldCodes,
  NO_LIMITS,
  sendComment,
  shownForm,
  solveProof,
  storedComment,
  writtenComment,
} from '../support/comments';
import { hostDate } from '../support/host';
import { jsonRequest } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { startServer } from '../support/server-process';
import { bootTracker, type Tracker } from '../support/tracker';

const EASY = { COMMENTS_PROOF_OF_WORK_COST: '1' };
const SPENT = 'plugin::accountability.spent-challenge';
const RATES = 'accountability_rates';

describe('the screening of comments', () => {
  let tracker: Tracker;
  let commitment: string;
  const boot = async (env: Record<string, string>) => {
    tracker = await bootTracker({ env });
    commitment = await makeCommitment(tracker, { title: 'Screened' });
  };
  const stored = async (data: object) => {
    const { status, body } = await sendComment(tracker, commitment, data);
    expect([status, body.data?.moderationStatus]).toEqual([201, 'pending']);
    return storedComment(tracker, body.data!.documentId);
  };
  const codesOf = ({ screeningReasons }: Record<string, unknown>) =>
    (screeningReasons as { code: string }[]).map(({ code }) => code);
  const count = () => tracker.strapi.db.query('api::comment.comment').count();
  afterEach(() => tracker.close());

  it('takes a proof of work once, over all instances, and again when its fields were refused', async () => {
    await boot({ ...NO_LIMITS, ...EASY, COMMENTS_PROOF_OF_WORK: 'true' });
    const missing = await sendComment(tracker, commitment, writtenComment());
    expect([missing.status, fieldCodes(missing)]).toEqual([400, ['altcha CHALLENGE_MISSING']]);
    const altcha = await solveProof(tracker);
    const failed = await sendComment(tracker, commitment, { ...writtenComment(), authorEmail: 'x', altcha });
    expect(fieldCodes(failed)).toEqual(['authorEmail EMAIL_INVALID']);
    expect(await count()).toBe(0);

    const other = await startServer({
      ...tracker.database.env,
      ...NO_LIMITS,
      ...EASY,
      COMMENTS_PROOF_OF_WORK: 'true',
    });
    try {
      await other.ready();
      const answers = await Promise.all(
        [tracker, other, tracker, other, tracker, other].map((instance) =>
          sendComment(instance, commitment, { ...writtenComment(), altcha }),
        ),
      );
      // A resend is answered as the comment was, by whichever instance.
      const { data } = answers.find(({ status }) => status === 201)!.body;
      const { authorName, authorEmail, body } = await storedComment(tracker, data!.documentId);
      for (const instance of [tracker, other]) {
        const again = await sendComment(instance, commitment, { authorName, authorEmail, body, altcha });
        expect([again.status, again.body.data]).toEqual([201, data]);
      }
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400, 400]);
      expect(answers.filter(({ status }) => status === 400).map(fieldCodes)).toEqual(
        Array(5).fill(['altcha CHALLENGE_USED']),
      );
    } finally {
      await other.kill();
    }
    expect(await count()).toBe(1);
    const { headers } = await jsonRequest(`${tracker.url}/api/comments/challenge`);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('counts from when a form was first shown, over refusals and further challenges, once for each form', async () => {
    await boot({ ...NO_LIMITS, ...EASY, COMMENTS_PROOF_OF_WORK: 'true' });
    const minutesAgo = hostDate(Date.now() - 5 * 60_000);
    expectSlowHands(tracker, 120);
    const { altcha, form } = await shownForm(tracker, minutesAgo);
    const refused = await sendComment(tracker, commitment, {
      ...writtenComment(),
      body: 'x'.repeat(4001),
      altcha,
    });
    expect(fieldCodes(refused)).toEqual(['body TOO_LONG']);
    const again = { ...writtenComment(), altcha: await solveProof(tracker, form) };
    expect(codesOf(await stored(again))).toEqual([]);
    // A robot gains one sending by a form that it has shown once.
    const robot = { ...writtenComment(), altcha: await solveProof(tracker, form) };
    expect(codesOf(await stored(robot))).toEqual(['filled-in-too-fast']);
    const forged = form.replace(/\.\d+\./, '.1000.');
    const forgedComment = { ...writtenComment(), altcha: await solveProof(tracker, forged) };
    expect(codesOf(await stored(forgedComment))).toEqual(['filled-in-too-fast']);
  });

  it('puts a certain bot into spam by a move of the system, and answers it the same', async () => {
    await boot({ ...NO_LIMITS, ...EASY, COMMENTS_PROOF_OF_WORK: 'true' });
    const altcha = await solveProof(tracker);
    const row = await stored({ ...writtenComment(), website: 'https://bot.example', altcha });
    expect(row).toMatchObject({ moderationStatus: 'spam', screeningScore: 100 });
    expect(codesOf(row)).toEqual(['trap-filled', 'filled-in-too-fast']);
    const [move] = await tracker.strapi.db
      .query('plugin::accountability.status-change')
      .findMany({ where: { subjectId: row.documentId } });
    expect(move).toMatchObject({ transition: 'mark-spam', toState: 'spam', actorKind: 'system' });
  });

  it('stores what it found for the moderator and refuses nobody for it', async () => {
    await boot(NO_LIMITS);
    expect(await stored(writtenComment())).toMatchObject({
      moderationStatus: 'pending',
      screeningScore: 0,
      screeningReasons: [],
    });
    const body = 'Free money at https://a.example https://b.example https://c.example';
    const row = await stored({ ...writtenComment(), body });
    expect(row).toMatchObject({ moderationStatus: 'pending', screeningScore: 60 });
    expect(codesOf(row)).toEqual(['many-links', 'listed-words']);
    expect(
      codesOf(
        await stored({
          ...writtenComment(),
          body: 'FREE money at https://a.example https://b.example https://c.example!',
        }),
      ),
    ).toContain('text-repeated');
    for (let repeat = 0; repeat < 3; repeat += 1) await stored({ ...writtenComment(), body: 'Once more' });
    expect(await stored({ ...writtenComment(), body: 'once MORE!' })).toMatchObject({
      moderationStatus: 'spam',
      screeningScore: 100,
    });
  });

  it('refuses a flood without a row for each refusal, says when to come again, and shares its counts', async () => {
    const limits = { ...NO_LIMITS, COMMENTS_PER_ADDRESS: '5' };
    await boot(limits);
    const send = () => sendComment(tracker, commitment, writtenComment());
    const answers = await Promise.all(Array.from({ length: 300 }, send));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201).length).toBe(5);
    expect(statuses.filter((status) => status === 429).length).toBe(295);
    const refused = answers.find(({ status }) => status === 429)!;
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(500);
    expect(seconds).toBeLessThanOrEqual(600);
    expect(refused.body.error).toMatchObject({
      name: 'RateLimitError',
      details: { code: 'TOO_MANY', retryAfter: seconds },
    });
    expect(refused.body.error.details).toMatchObject({
      messages: {
        en: expect.stringMatching(
          /^Too many comments or reports have been sent from here\. Try again in (9|10) minutes\.$/,
        ),
        ka: expect.stringMatching(/^აქედან ძალიან ბევრი რამ გაიგზავნა\. სცადეთ (9|10) წუთში\.$/),
      },
    });
    expect(await count()).toBe(5);
    const rows: { key: string; points: number }[] = await tracker.strapi.db.connection(RATES).select();
    expect(rows.length).toBe(1);
    expect(rows[0]!.key).not.toMatch(/127|::1/);

    const other = await startServer({ ...tracker.database.env, ...limits });
    try {
      await other.ready();
      expect((await sendComment(other, commitment, writtenComment())).status).toBe(429);
    } finally {
      await other.kill();
    }
  });

  it('counts per commitment, and reports, too, and says in words when to come again', async () => {
    await boot({ ...NO_LIMITS, COMMENTS_PER_COMMITMENT: '2', COMMENTS_REPORTS_PER_ADDRESS: '1' });
    const other = await makeCommitment(tracker, { title: 'Other' });
    for (const expected of [201, 201, 429]) {
      expect((await sendComment(tracker, commitment, writtenComment())).status).toBe(expected);
    }
    const documentId = await approvedComment(tracker, other);
    const report = (locale: string) =>
      jsonRequest<{ error: { message: string; details: object } }>(
        `${tracker.url}/api/commitments/${other}/comments/${documentId}/reports?locale=${locale}`,
        { body: { data: { reason: 'hate' } } },
      );
    expect((await report('en')).status).toBe(201);
    const refused = await report('ka');
    expect([refused.status, refused.body.error.message]).toEqual([
      429,
      expect.stringMatching(/სცადეთ (9|10) წუთში\.$/),
    ]);
    expect(refused.body.error.details).toMatchObject({
      retryAfter: Number(refused.headers.get('retry-after')),
    });
  });

  it('brings reported comments back to the moderators', async () => {
    await boot(NO_LIMITS);
    const { strapi, url } = tracker;
    const documentId = await approvedComment(tracker, commitment);
    const report = (data: object, comment = documentId) =>
      jsonRequest<{ error: { details: { errors: { code: string }[] } } }>(
        `${url}/api/commitments/${commitment}/comments/${comment}/reports`,
        { body: { data } },
      );
    expect((await report({ reason: 'insult', details: 'It says …' })).status).toBe(201);
    // Again by the same reader.
    expect((await report({ reason: 'hate' })).status).toBe(201);
    expect((await report({ reason: 'hate', website: 'x' })).status).toBe(201);
    expect(await storedComment(tracker, documentId)).toMatchObject({
      openReports: 1,
      reportedAt: expect.anything(),
      moderationStatus: 'approved',
    });
    const moderation = strapi.plugin('accountability').service('moderation');
    expect(await moderation.reports(documentId)).toEqual([
      expect.objectContaining({ reason: 'insult', details: 'It says …', settledAt: null }),
    ]);
    await moderation.settleReports(documentId);
    expect(await storedComment(tracker, documentId)).toMatchObject({ openReports: 0 });
    expect((await moderation.reports(documentId))[0].settledAt).not.toBeNull();

    const wrong = await report({ reason: 'boring' });
    expect([wrong.status, wrong.body.error.details.errors[0]!.code]).toEqual([400, 'REASON_UNKNOWN']);
    const pending = await sendComment(tracker, commitment, writtenComment());
    expect((await report({ reason: 'hate' }, pending.body.data!.documentId)).status).toBe(404);
    expect((await report({ reason: 'hate' }, 'nothing')).status).toBe(404);
    const { body } = await jsonRequest<{ data: { code: string; labels: object }[] }>(
      `${url}/api/comments/report-reasons`,
    );
    expect(body.data[0]).toEqual({
      code: 'insult',
      labels: expect.objectContaining({ en: 'Insult or threat' }),
    });
  });

  it('deletes expired data, and nothing else', async () => {
    await boot({ ...NO_LIMITS, ...EASY, COMMENTS_PER_ADDRESS: '50', COMMENTS_PROOF_OF_WORK: 'true' });
    const { documentId } = await stored({ ...writtenComment(), altcha: await solveProof(tracker) });
    const { strapi } = tracker;
    const moderation = strapi.plugin('accountability').service('moderation');
    const left = async () => [
      await strapi.db.query(SPENT).count(),
      ((await strapi.db.connection(RATES).select()) as unknown[]).length,
      Boolean((await storedComment(tracker, String(documentId))).authorEmail),
    ];
    expect(await moderation.forget()).toEqual({ challenges: 0, addresses: 0, reports: 0 });
    expect(await left()).toEqual([2, 1, true]);
    await moderation.forget(hostDate(Date.now() + 2 * 60 * 60 * 1000));
    // The form it was sent from counts for a day.
    expect(await left()).toEqual([1, 0, true]);
    await moderation.forget(hostDate(Date.now() + 366 * 24 * 60 * 60 * 1000));
    expect(await left()).toEqual([0, 0, false]);
  });
});
