import { bootFollowing, REQUESTS, type Following } from '../support/follow';

describe('the rate limits of following by mail', () => {
  let site: Following;
  const boot = async (env: Record<string, string>) => {
    site = await bootFollowing(env);
  };
  afterEach(() => site.close());

  it('let one address be written to so often a day, without a word of it', async () => {
    await boot({ FOLLOW_MAILS_PER_ADDRESS: '2' });
    const answers = [];
    for (let nth = 0; nth < 4; nth += 1) answers.push(await site.ask({ email: 'victim@example.org' }));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    await site.run(0);
    expect(site.mailsTo('victim@example.org')).toHaveLength(2);
    // What is not sent is not kept either.
    const kept = (await site.tracker.strapi.db.query(REQUESTS).findMany({ orderBy: { id: 'asc' } })) as {
      email: string | null;
    }[];
    expect(kept.map(({ email }) => email !== null)).toEqual([true, true, false, false]);
  });

  it('let one network ask for so much, whatever addresses it names', async () => {
    await boot({ FOLLOW_PER_ADDRESS: '2' });
    const ask = (nth: number) => site.ask({ email: `person${nth}@example.org`, locale: 'en' });
    expect([(await ask(1)).status, (await ask(2)).status]).toEqual([200, 200]);
    const { status, text, headers } = await ask(3);
    expect([status, headers.get('retry-after')]).toEqual([429, '600']);
    expect(text).toContain('Too much has been sent from your network');
    expect(await site.tracker.strapi.db.query(REQUESTS).count({})).toBe(2);
  });

  it('count what is refused and links that are guessed, without asking the database', async () => {
    await boot({ FOLLOW_ATTEMPTS_PER_ADDRESS: '3' });
    expect((await site.ask({ email: 'wrong' })).status).toBe(400);
    expect((await site.get('/follow/confirm/guess')).status).toBe(404);
    expect((await site.post('/follow/leave/guess')).status).toBe(404);
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => {
      if (sql.includes('accountability_follow')) statements.push(sql);
    };
    site.tracker.strapi.db.connection.on('query', listen);
    const { status } = await site.ask();
    site.tracker.strapi.db.connection.removeListener('query', listen);
    expect([status, statements]).toEqual([429, []]);
  });

  it('are of no use without a mail server: nothing can be followed, and no form is shown', async () => {
    await boot({ SMTP_HOST: '' });
    expect((await site.ask()).status).not.toBe(200);
    const { text } = await site.get('/commitments/open-budget-ka');
    expect(text).not.toContain('action="/follow');
    expect(text).toContain(`changes.atom?locale=ka&subject=${site.commitment}`);
    expect(await site.tracker.strapi.db.query(REQUESTS).count({})).toBe(0);
    expect(await site.run(0)).toMatchObject({ confirmations: { sent: 0 }, digests: { sent: 0 } });
  });
});
