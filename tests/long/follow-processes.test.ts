import { linkIn, readableParts, SECRET_FOLLOWER } from '../support/follow';
import { NO_LIMITS } from '../support/comments';
import { startMailServer, type MailServer } from '../support/mail-server';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { startServer, type ServerProcess } from '../support/server-process';
import { bootTracker, type Tracker } from '../support/tracker';

const FOLLOWS = 'plugin::accountability.follow';
/** Each process looks once a minute what is due. */
const TWO_MINUTES = 130_000;

/** `strapi start` twice on one database, with its own schedule and a real mail server. */
describe('following by mail with two processes', () => {
  let tracker: Tracker;
  let mailServer: MailServer;
  let servers: ServerProcess[] = [];
  let commitment: string;
  const settings = () => ({
    ...NO_LIMITS,
    ...tracker.database.env,
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: String(mailServer.port),
    SMTP_FROM: 'tracker@example.org',
    COMMENTS_DIGEST: 'off',
  });

  beforeAll(async () => {
    mailServer = await startMailServer();
    tracker = await bootTracker();
    commitment = await makeCommitment(tracker, { title: 'Open budget' });
    await tracker.close({ keepDatabase: true });
    servers = await Promise.all([settings(), settings()].map((env) => startServer(env)));
    await Promise.all(servers.map((server) => server.ready()));
  }, 180_000);
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.kill('SIGKILL')));
    await tracker.close();
    await tracker.database.drop();
    await mailServer.close();
  });

  const post = async (path: string, fields: Record<string, string> = {}) => {
    const answer = await fetch(`${servers[0]!.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
    expect([path, answer.status]).toEqual([path, 200]);
  };
  /** Waits for a mail, and then long enough for both processes to have looked once more. */
  const oneMail = async () => {
    const end = Date.now() + TWO_MINUTES;
    while (mailServer.mails.length === 0 && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await new Promise((resolve) => setTimeout(resolve, 65_000));
    expect(mailServer.mails.map(({ to }) => to.join())).toEqual([SECRET_FOLLOWER]);
    return mailServer.mails.splice(0)[0]!;
  };

  it('sends one confirmation and one digest, though both have them in their schedule', async () => {
    await post('/follow', { subject: commitment, email: SECRET_FOLLOWER, rhythm: 'daily' });
    await post(linkIn(await oneMail(), 'confirm'));
    await Promise.all(servers.map((server) => server.kill()));

    tracker = await bootTracker({ reuse: tracker.database, env: { COMMENTS_DIGEST: 'off' } });
    await makeMilestone(tracker, { title: 'Changed meanwhile', data: { commitment } });
    // As if the last digest had been due the day before.
    const made = await tracker.strapi.db
      .query(FOLLOWS)
      .updateMany({ where: {}, data: { slot: '2020-01-01T00:00:00.000Z' } });
    expect(made).toEqual({ count: 1 });
    await tracker.close({ keepDatabase: true });

    servers = await Promise.all([settings(), settings()].map((env) => startServer(env)));
    await Promise.all(servers.map((server) => server.ready()));
    expect(readableParts(await oneMail())).toContain('Changed meanwhile');
    for (const server of servers) expect(server.output()).not.toContain(SECRET_FOLLOWER);
  }, 600_000);
});
