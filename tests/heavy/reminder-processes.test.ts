import { startMailServer, type MailServer } from '../support/mail-server';
import { makeMilestone } from '../support/milestones';
import { startServer, type ServerProcess } from '../support/server-process';
import { bootTracker, type Tracker } from '../support/tracker';

const DELIVERY = 'plugin::accountability.reminder-delivery';
const EVERY_SECOND = '* * * * * *';
/** So rarely that a slow machine does not begin a second run while the first one sends. */
const NOW_AND_THEN = '*/15 * * * * *';
const ALL = ['one@example.org', 'two@example.org'];

/** `strapi start`, as an operator runs it, more than once on one database and with a real mail server. */
describe('reminders of several processes', () => {
  let tracker: Tracker;
  let mailServer: MailServer;
  let servers: ServerProcess[] = [];

  beforeEach(async () => {
    mailServer = await startMailServer();
    tracker = await bootTracker();
    await makeMilestone(tracker, { data: { timeframe: { endDate: '2018-10-01', endPrecision: 'day' } } });
    await tracker.close({ keepDatabase: true });
  }, 120_000);
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.kill('SIGKILL')));
    servers = [];
    await tracker.close();
    await tracker.database.drop();
    await mailServer.close();
  });

  const settings = () => ({
    ...tracker.database.env,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(mailServer.port),
    SMTP_FROM: 'tracker@example.org',
    REMINDERS_TO: ALL.join(','),
  });
  const start = async (count: number, cron: string) => {
    const env = { ...settings(), REMINDERS_CRON: cron };
    servers = await Promise.all(Array.from({ length: count }, () => startServer(env)));
    await Promise.all(servers.map((server) => server.ready()));
  };
  const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const reopen = async () => {
    tracker = await bootTracker({ reuse: tracker.database, env: { ...settings(), REMINDERS_CRON: '' } });
  };
  const run = (): Promise<{ sent: number; failed: number }> =>
    tracker.strapi.plugin('accountability').service('reminders').run();
  const recipients = () => mailServer.mails.flatMap(({ to }) => to).sort();

  it('send each digest once, though both run every second', async () => {
    await start(2, EVERY_SECOND);
    await until(() => mailServer.mails.length >= ALL.length);
    await seconds(4);
    expect(recipients()).toEqual(ALL);
    await Promise.all(servers.map((server) => server.kill()));
    for (const server of servers) expect(server.output()).not.toMatch(/error/i);
    await reopen();
    expect(await run()).toMatchObject({ sent: 0, failed: 0 });
    expect(recipients()).toEqual(ALL);
  }, 180_000);

  it('that die between claim and sending leave the claim to the others after its time', async () => {
    mailServer.hanging = true;
    await start(1, NOW_AND_THEN);
    await until(() => mailServer.unanswered === 1);
    await servers[0]?.kill('SIGKILL');
    mailServer.hanging = false;

    await reopen();
    // The one that was being sent is still claimed; the other never was.
    expect(await run()).toMatchObject({ sent: 1, failed: 0 });
    const claimed = { where: { sentAt: { $null: true } } };
    const age = (minutes: number) =>
      tracker.strapi.db.query(DELIVERY).updateMany({
        ...claimed,
        data: { claimedAt: new Date(Date.now() - minutes * 60_000).toISOString() },
      });
    expect(await age(9)).toEqual({ count: 1 });
    expect(await run()).toMatchObject({ sent: 0, failed: 0 });
    await age(11);
    const results = await Promise.all([run(), run()]);
    expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(1);
    expect(recipients()).toEqual(ALL);
    expect(await tracker.strapi.db.query(DELIVERY).count(claimed)).toBe(0);
  }, 120_000);
});
