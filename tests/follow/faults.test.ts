import fc from 'fast-check';
import { failStatements } from '../support/failing-statements';
import {
  bootFollowing,
  FOLLOWERS,
  FOLLOWS,
  linkIn,
  readableParts,
  REQUESTS,
  SECRET_FOLLOWER,
  type Following,
} from '../support/follow';
import { hostDate } from '../support/host';
import { startMailServer } from '../support/mail-server';
import { makeCommitment, makeMilestone } from '../support/milestones';

describe('following by mail, when something goes wrong', () => {
  let site: Following;
  beforeAll(async () => {
    site = await bootFollowing();
  }, 120_000);
  afterAll(() => site.close());
  afterEach(async () => {
    for (const uid of [REQUESTS, FOLLOWS, FOLLOWERS]) {
      await site.tracker.strapi.db.query(uid).deleteMany({ where: {} });
    }
    site.mails.mails.length = 0;
    site.mails.unknown.clear();
    site.days = 0;
  });
  const rows = (uid: string): Promise<Record<string, unknown>[]> =>
    site.tracker.strapi.db.query(uid).findMany({ orderBy: { id: 'asc' } });
  const change = (title: string) =>
    makeMilestone(site.tracker, { title, data: { commitment: site.commitment } });

  it('answers an address that follows, one that does not, and a trapped robot alike', async () => {
    await site.follow('a@example.org');
    const answers = [
      await site.ask({ email: 'a@example.org' }),
      await site.ask({ email: 'b@example.org' }),
      await site.ask({ email: 'c@example.org', website: 'https://spam.example' }),
    ];
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    await site.run(0);
    expect(site.mails.mails.map(({ to }) => to.join())).toEqual(['a@example.org', 'b@example.org']);
  });

  it('says at the fields what is wrong, keeps what was written, and stores nothing', async () => {
    const wrong = await site.ask({ email: '"><script>x', rhythm: 'hourly', locale: 'en' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('value="&quot;&gt;&lt;script&gt;x"');
    expect(wrong.text).toContain('Enter an e-mail address');
    expect(wrong.text).toContain('Choose how often.');
    expect((await site.ask({ subject: 'nothing' })).status).toBe(404);
    expect((await site.get('/follow?subject=nothing')).status).toBe(404);
    // A page of another site has its readers send the form: they are asked once more.
    const foreign = await site.ask({ locale: 'en' }, { 'Sec-Fetch-Site': 'cross-site' });
    expect([foreign.status, foreign.text.includes(`value="${SECRET_FOLLOWER}"`)]).toEqual([403, true]);
    expect(await rows(REQUESTS)).toEqual([]);
  });

  it('takes anything anybody sends without an error, and confirms nothing by it', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('', 'daily', site.commitment),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string({ maxLength: 20 }), text), text, async (fields, token) => {
        const { status } = await site.ask({ email: 'not an address', ...fields });
        expect([200, 400, 404]).toContain(status);
        for (const page of ['confirm', 'leave']) {
          const path = `/follow/${page}/${encodeURIComponent(token)}`;
          for (const answer of [await site.get(path), await site.post(path, fields)]) {
            expect([answer.status, answer.status < 500]).toEqual([answer.status, true]);
            expect(answer.text).not.toContain('Confirmed.');
          }
        }
      }),
      { numRuns: 60 },
    );
    expect((await site.ask({ email: `${'x'.repeat(20_000)}@example.org` })).status).toBe(413);
    expect(await rows(FOLLOWS)).toEqual([]);
  });

  it('keeps what a mail server that is down or refuses did not take, and sends it once', async () => {
    await site.follow('a@example.org');
    await change('While down');
    const { port } = site.mails;
    await site.mails.close();
    await site.ask({ email: 'b@example.org' });
    expect((await site.run(0)).confirmations).toEqual({ sent: 0, failed: 1 });
    expect((await site.nextDay()).digests).toEqual({ sent: 0, failed: 1 });
    site.mails = await startMailServer(port);
    site.mails.refusing = true;
    expect((await site.nextDay()).digests).toEqual({ sent: 0, failed: 1 });
    site.mails.refusing = false;
    await change('Later');
    expect((await site.nextDay()).digests).toEqual({ sent: 1, failed: 0 });
    const [digest] = site.mailsTo('a@example.org');
    for (const title of ['While down', 'Later']) expect(readableParts(digest!)).toContain(title);
    expect((await site.nextDay()).digests).toEqual({ sent: 0, failed: 0 });
    expect(site.logged.join('')).not.toMatch(/[ab]@example\.org/);
  });

  it('does not let one bad address keep others waiting, and deletes it in the end', async () => {
    await site.follow('bad@example.org');
    await site.follow('good@example.org');
    site.mails.unknown.add('bad@example.org');
    for (let day = 0; day < 5; day += 1) {
      await change(`Day ${day}`);
      expect((await site.nextDay()).digests).toEqual({ sent: 1, failed: 1 });
    }
    expect(site.mailsTo('good@example.org')).toHaveLength(5);
    expect(await rows(FOLLOWERS)).toMatchObject([{ email: 'good@example.org' }]);
    expect(site.logged.join('')).not.toContain('bad@example.org');
  });

  it('sends each mail once, however many run at a time', async () => {
    await site.ask({ email: 'once@example.org' });
    const runs = (): Promise<unknown> => Promise.all([1, 2, 3, 4].map(() => site.run()));
    await runs();
    expect(site.mailsTo('once@example.org')).toHaveLength(1);
    await site.post(linkIn(site.mailsTo('once@example.org')[0], 'confirm'));
    await change('Once');
    site.days = 1;
    await runs();
    expect(site.mailsTo('once@example.org')).toHaveLength(2);
  });

  it('sends a mail again at most once where an instance died between sending and noting it', async () => {
    await site.follow('a@example.org');
    await change('Before the crash');
    // It has sent the mail, and does not come to store how far it reported.
    const repair = await failStatements(site.tracker, { table: 'accountability_follows', on: 'UPDATE' });
    await expect(site.nextDay()).rejects.toMatchObject({
      message: expect.stringContaining('injected failure'),
    });
    await repair();
    expect(site.mailsTo('a@example.org')).toHaveLength(1);
    // Its claim holds for some minutes, so that nobody sends meanwhile.
    expect((await site.run()).digests).toEqual({ sent: 0, failed: 0 });
    expect((await site.nextDay()).digests).toEqual({ sent: 1, failed: 0 });
    expect((await site.nextDay()).digests).toEqual({ sent: 0, failed: 0 });
    expect(site.mailsTo('a@example.org')).toHaveLength(2);
  });

  it('deletes what was not confirmed, what is older than it is kept, and what was erased', async () => {
    const forget = (days: number): Promise<unknown> =>
      site.tracker.strapi
        .plugin('accountability')
        .service('follow')
        .forget(hostDate(Date.now() + days * 24 * 60 * 60 * 1000));
    await site.follow('a@example.org');
    await site.ask({ email: 'b@example.org' });
    await site.run(0);
    const link = linkIn(site.mailsTo('b@example.org')[0], 'confirm');
    await forget(1);
    expect(await rows(REQUESTS)).toHaveLength(2);
    await forget(3);
    expect(await rows(REQUESTS)).toEqual([]);
    expect((await site.post(link)).status).toBe(404);
    await forget(729);
    expect(await rows(FOLLOWS)).toHaveLength(1);
    await forget(731);
    expect([await rows(FOLLOWS), await rows(FOLLOWERS)]).toEqual([[], []]);
  });

  it('erases an address with what it follows and has asked to follow, whatever its letter case', async () => {
    const erase = (more: object = {}): Promise<unknown> =>
      site.tracker.strapi
        .plugin('accountability')
        .service('moderation')
        .eraseAuthor({ email: 'A@Example.org', mode: 'anonymise', ...more });
    await site.follow('a@example.org');
    await site.follow('b@example.org');
    await site.ask({ email: 'a@example.org', rhythm: 'weekly' });
    expect(await erase({ dryRun: true })).toMatchObject({ follows: 2 });
    expect(await rows(FOLLOWS)).toHaveLength(2);
    expect(await erase()).toMatchObject({ comments: 0, follows: 2 });
    expect(await rows(FOLLOWERS)).toMatchObject([{ email: 'b@example.org' }]);
    expect(await rows(FOLLOWS)).toHaveLength(1);
    expect(JSON.stringify(await rows(REQUESTS))).not.toContain('a@example.org');
  });

  it('deletes followers of a document that has been deleted', async () => {
    const gone = await makeCommitment(site.tracker, { title: 'Deleted' });
    await site.follow('a@example.org', { subject: gone });
    const follow = site.tracker.strapi.plugin('accountability').service('follow');
    const commitments = site.tracker.strapi.documents('api::commitment.commitment');
    await commitments.unpublish({ documentId: gone, locale: '*' } as never);
    await follow.forget();
    expect(await rows(FOLLOWS)).toHaveLength(1);
    await commitments.delete({ documentId: gone, locale: '*' } as never);
    await follow.forget();
    expect([await rows(FOLLOWS), await rows(FOLLOWERS)]).toEqual([[], []]);
  });
});
