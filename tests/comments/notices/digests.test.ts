import { approvedComment, NO_LIMITS, sendComment, writtenComment } from '../../support/comments';
import { hostDate } from '../../support/host';
import { readableMail } from '../../support/mail-server';
import { makeCommitment } from '../../support/milestones';
import { bootNotices, MODERATOR, type Notified, type Notices } from '../../support/notices';
import { bootTracker, type Tracker } from '../../support/tracker';

describe('mails to moderators', () => {
  let notices: Notices;
  let tracker: Tracker;
  let commitment: string;
  beforeAll(async () => {
    notices = await bootNotices();
    ({ tracker, commitment } = notices);
  });
  afterAll(() => notices.close());
  beforeEach(() => notices.begin());

  it('notify moderators of what is new, once, and nobody else', async () => {
    await notices.digestJustNow();
    expect((await notices.later()).moderators).toEqual({ sent: 0, failed: 0, logged: 0 });
    await notices.send({ authorEmail: 'new@example.org', body: 'A first line\nand a second one' });
    notices.minutes += 5;
    const results = await Promise.all([notices.notify(), notices.notify(), notices.notify()]);
    expect(results.reduce((sum, { moderators }) => sum + moderators.sent, 0)).toBe(1);
    expect(notices.mails.mails.map(({ to }) => to)).toEqual([[MODERATOR]]);
    const digest = readableMail(notices.mails.mails[0]!);
    expect(digest).toContain('- Open budget ka');
    expect(digest).toContain('A first line and a second one');
    expect(digest).toContain('/admin/plugins/accountability/moderation');
    expect(digest).not.toContain('new@example.org');
    expect((await notices.later()).moderators.sent).toBe(0);

    notices.mails.mails.length = 0;
    const comment = await approvedComment(tracker, commitment);
    await notices.digestJustNow();
    expect((await notices.later()).moderators.sent).toBe(0);
    const { status } = await fetch(
      `${tracker.url}/api/commitments/${commitment}/comments/${comment}/reports`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ data: { reason: 'hate' } }),
      },
    );
    expect(status).toBe(201);
    await notices.later();
    expect(readableMail(notices.mails.mails[0]!)).toMatch(/1 reported/);
  });
});

describe('mails about comments, without a mail server', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker({
      env: { ...NO_LIMITS, SMTP_HOST: '', COMMENTS_DIGEST_TO: 'all@example.org', COMMENTS_DIGEST: 'hourly' },
    });
  });
  afterAll(() => tracker.close());

  it('are logged by their numbers, once an hour at most', async () => {
    const commitment = await makeCommitment(tracker);
    const comment = { ...writtenComment(), wantsNotice: true, body: 'Hidden words' };
    await sendComment(tracker, commitment, comment);
    tracker.strapi.log.level = 'info';
    const logged: string[] = [];
    tracker.strapi.log.on('data', (entry: unknown) => logged.push(JSON.stringify(entry)));
    const notify = (minutes: number): Promise<Notified> =>
      tracker.strapi
        .plugin('accountability')
        .service('moderation')
        .notify(hostDate(Date.now() + minutes * 60_000));
    expect((await notify(61)).moderators).toEqual({ sent: 0, failed: 0, logged: 1 });
    expect((await notify(61)).moderators.logged).toBe(0);
    expect(logged.join('')).toContain('1 awaiting review, 1 new');
    expect(logged.join('')).not.toMatch(/Hidden|example\.org|ნინო/);
  });
});
