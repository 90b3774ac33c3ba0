import { adminToken } from '../support/accounts';
import { approvedComment } from '../support/comments';
import {
  bootFollowing,
  FOLLOWERS,
  FOLLOWS,
  linkIn,
  oneClick,
  readableParts,
  REQUESTS,
  type Following,
} from '../support/follow';
import { makeCommitment, makeMilestone } from '../support/milestones';

const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';

describe('following by mail', () => {
  let site: Following;
  beforeAll(async () => {
    site = await bootFollowing();
  }, 120_000);
  afterAll(() => site.close());
  // No test gets the mails of another one.
  afterEach(async () => {
    for (const uid of [REQUESTS, FOLLOWS, FOLLOWERS]) {
      await site.tracker.strapi.db.query(uid).deleteMany({ where: {} });
    }
    site.mails.mails.length = 0;
    site.days = 0;
  });
  const rows = (uid: string): Promise<Record<string, unknown>[]> =>
    site.tracker.strapi.db.query(uid).findMany({ orderBy: { id: 'asc' } });

  it('begins with a confirmation, reports each change once, and ends by one click', async () => {
    const asked = await site.ask({ email: 'Nino@Example.org', locale: 'en' });
    expect([asked.status, asked.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(asked.text).toContain('Please look at your mail');
    expect(asked.text).toContain('Open budget en');
    expect(site.mails.mails).toEqual([]);

    expect((await site.run()).confirmations).toEqual({ sent: 1, failed: 0 });
    expect((await site.run()).confirmations).toEqual({ sent: 0, failed: 0 });
    const [confirmation] = site.mailsTo('nino@example.org');
    expect(readableParts(confirmation!)).toContain('follow “Open budget en”');
    expect(readableParts(confirmation!)).toContain('If it was not you, ignore this message');
    const link = linkIn(confirmation, 'confirm');

    // A scanner of mails opens every link: that confirms nothing.
    const opened = await site.get(link);
    expect([opened.status, opened.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    expect(opened.text).toContain('at most once a day');
    expect(await rows(FOLLOWS)).toEqual([]);
    expect((await site.post(link)).text).toContain('Confirmed.');
    expect((await site.get(link)).text).toContain('Confirmed.');
    expect(await rows(FOLLOWS)).toMatchObject([
      { subjectType: COMMITMENT, subjectId: site.commitment, rhythm: 'daily', language: 'en' },
    ]);

    const milestone = await makeMilestone(site.tracker, {
      title: 'Publish it',
      data: { commitment: site.commitment },
    });
    await site.move(MILESTONE, milestone, 'start', { reason: 'Contract signed' });
    // Nothing is due before the hour.
    expect((await site.run()).digests).toEqual({ sent: 0, failed: 0 });
    expect((await site.nextDay()).digests).toEqual({ sent: 1, failed: 0 });
    const digest = site.mailsTo('nino@example.org').at(-1)!;
    const text = readableParts(digest);
    expect(text).toContain('New milestone: Publish it en');
    expect(text).toMatch(/20\d\d: Publish it en: Not started → In progress\. Reason: Contract signed/);
    expect(text).toContain(`#milestone-${milestone}`);
    expect(text).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect((await site.nextDay()).digests).toEqual({ sent: 0, failed: 0 });

    await site.move(MILESTONE, milestone, 'suspend', { reason: 'Money' });
    expect((await site.nextDay()).digests).toEqual({ sent: 1, failed: 0 });

    const leaving = oneClick(digest);
    expect((await site.get(leaving)).text).toContain('Do you want to stop all messages');
    expect(await rows(FOLLOWS)).toHaveLength(1);
    const left = await site.post(leaving, { 'List-Unsubscribe': 'One-Click' });
    expect([left.status, left.text.includes('your address has been deleted')]).toEqual([200, true]);
    expect([await rows(FOLLOWS), await rows(FOLLOWERS)]).toEqual([[], []]);
    // Again, by somebody who has left, and by the link that confirmed once.
    expect((await site.post(leaving)).status).toBe(200);
    expect((await site.post(link)).status).toBe(200);
    expect(await rows(FOLLOWS)).toEqual([]);
    await site.move(MILESTONE, milestone, 'withdraw', { reason: 'x' });
    expect((await site.nextDay(8)).digests).toEqual({ sent: 0, failed: 0 });
  });

  it('shows editors how many follow a document, never who', async () => {
    await site.follow('a@example.org');
    const authorization = `Bearer ${await adminToken(site.tracker, ['strapi-editor'])}`;
    const panel = async (contentType: string, headers: Record<string, string> = { authorization }) => {
      const url = `${site.tracker.url}/accountability/documents/${contentType}/${site.commitment}/followers`;
      const answer = await fetch(url, { headers });
      return { status: answer.status, text: await answer.text() };
    };
    const { status, text } = await panel(COMMITMENT);
    expect([status, text.includes('"count":1'), text.includes('example.org')]).toEqual([200, true, false]);
    expect((await panel(MILESTONE)).text).toContain('"count":null');
    expect((await panel(COMMITMENT, {})).status).toBe(401);
  });

  it('reports the commitments of a plan and an organisation, in groups, in the language of the page', async () => {
    const { strapi } = site.tracker;
    const made = async (uid: string, data: object): Promise<string> => {
      const { documentId } = await strapi.documents(uid as never).create({ locale: 'ka', data } as never);
      await strapi.documents(uid as never).publish({ documentId, locale: '*' } as never);
      return documentId;
    };
    const plan = await made('api::action-plan.action-plan', { title: 'გეგმა', code: 'P9' });
    const agency = await made('api::partner.partner', { name: 'სამინისტრო' });
    const other = await makeCommitment(site.tracker, { title: 'Elsewhere' });
    await site.follow('a@example.org', { subject: plan });
    await site.follow('a@example.org', { subject: agency });
    await site.follow('a@example.org', { subject: other });
    const commitment = await makeCommitment(site.tracker, {
      title: 'Led',
      languages: ['ka'],
      data: { actionPlan: plan, leadAgencies: [agency] },
    });
    await makeMilestone(site.tracker, { title: 'Step', languages: ['ka'], data: { commitment } });
    const report = await strapi.documents('api::progress-report.progress-report').create({
      locale: 'ka',
      data: { commitment, period: { kind: 'annual', year: 2025 }, narrative: 'x' },
    } as never);
    await strapi
      .documents('api::progress-report.progress-report')
      .publish({ documentId: report.documentId, locale: '*' } as never);

    expect((await site.nextDay()).digests).toEqual({ sent: 1, failed: 0 });
    const [digest] = site.mailsTo('a@example.org');
    const text = readableParts(digest!);
    expect(text).toContain('გეგმა');
    expect(text).toContain('სამინისტრო');
    expect(text).toContain('ახალი ვალდებულება: Led ka');
    expect(text).toContain('ახალი ეტაპი: Step ka');
    expect(text).toContain('ახალი ანგარიში: Led ka');
    expect(text).not.toContain('Elsewhere');

    // By the link of one group only that is left.
    expect((await site.post(linkIn(digest, 'leave', 1))).text).toContain('შესრულდა');
    expect((await rows(FOLLOWS)).map(({ subjectId }) => subjectId).sort()).toEqual([agency, other].sort());
    // And by the second button of its page all.
    await site.post(linkIn(digest, 'leave', 2), { all: 'yes' });
    expect([await rows(FOLLOWS), await rows(FOLLOWERS)]).toEqual([[], []]);
  });

  it('reports nothing that is not public', async () => {
    const alone = await makeCommitment(site.tracker, { title: 'Alone' });
    await site.follow('a@example.org', { subject: alone });
    await makeMilestone(site.tracker, {
      title: 'Secret draft',
      published: false,
      data: { commitment: alone },
    });
    const gone = await makeMilestone(site.tracker, { title: 'Gone', data: { commitment: alone } });
    await site.tracker.strapi.documents(MILESTONE).unpublish({ documentId: gone, locale: '*' } as never);
    const waiting = await site.tracker.request
      .post(`/api/commitments/${alone}/comments`)
      .send({ data: { authorName: 'Nobody knows', authorEmail: 'x@example.org', body: 'Waits' } });
    expect(waiting.status).toBe(201);
    await site.nextDay();
    const texts = site.mailsTo('a@example.org').map(readableParts).join('');
    expect(texts).not.toMatch(/Secret draft|Gone|Nobody knows|Waits|ახალი კომენტარი/);

    const approved = await approvedComment(site.tracker, alone);
    expect((await site.nextDay()).digests.sent).toBe(1);
    const mail = readableParts(site.mailsTo('a@example.org').at(-1)!);
    expect(mail).toContain('ახალი კომენტარი');
    expect(mail).toContain(`#comment-${approved}`);

    // What is taken back itself reports nothing either, and is reported again once it is back.
    const { strapi } = site.tracker;
    await strapi.documents(COMMITMENT).unpublish({ documentId: alone, locale: '*' } as never);
    expect((await site.nextDay()).digests.sent).toBe(0);
    expect((await site.ask({ subject: alone })).status).toBe(404);
    await strapi.documents(COMMITMENT).publish({ documentId: alone, locale: '*' } as never);
    expect((await site.nextDay()).digests.sent).toBe(1);
  });

  it('sends weekly mails once a week, and changes the rhythm only by a confirmation', async () => {
    await site.follow('a@example.org', { rhythm: 'weekly' });
    // Somebody asks for another rhythm: without a confirmation nothing changes.
    await site.ask({ email: 'a@example.org', rhythm: 'daily' });
    await site.run(0);
    expect(await rows(FOLLOWS)).toMatchObject([{ rhythm: 'weekly' }]);
    let sent = 0;
    for (let day = 0; day < 14; day += 1) {
      await makeMilestone(site.tracker, { title: `Day ${day}`, data: { commitment: site.commitment } });
      sent += (await site.nextDay()).digests.sent;
    }
    expect(sent).toBe(2);
    const link = linkIn(site.mailsTo('a@example.org')[0], 'confirm');
    // Too late by the clock of the runs, not by the real one.
    expect((await site.post(link)).status).toBe(200);
    expect(await rows(FOLLOWS)).toMatchObject([{ rhythm: 'daily' }]);
  });
});
