import { createAdmin } from '../support/accounts';
import {
  approvedComment,
  COMMENT,
  moderate,
  NO_LIMITS,
  sendComment,
  storedComment,
  writtenComment,
} from '../support/comments';
import { hostDate } from '../support/host';
import { readableMail, startMailServer, type Mail, type MailServer } from '../support/mail-server';
import { makeCommitment } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const NOTICE = 'plugin::accountability.comment-notice';
const MODERATOR = 'moderator@example.org';

interface Sent {
  sent: number;
  failed: number;
}
interface Notified {
  authors: Sent;
  moderators: Sent & { logged: number };
}

describe('mails about comments', () => {
  let tracker: Tracker;
  let mails: MailServer;
  let commitment: string;
  const logged: string[] = [];
  let minutes = 0;

  const notify = (now = hostDate(Date.now() + minutes * 60_000)): Promise<Notified> =>
    tracker.strapi.plugin('accountability').service('moderation').notify(now);
  /** Later than all that was before. */
  const later = (by = 5) => {
    minutes += by;
    return notify();
  };
  const mailsTo = (address: string) => mails.mails.filter(({ to }) => to.includes(address));
  const toAuthors = () => mails.mails.filter(({ to }) => !to.includes(MODERATOR));
  const send = async (data: object = {}) => {
    const answer = await sendComment(tracker, commitment, {
      ...writtenComment(),
      wantsNotice: true,
      ...data,
    });
    expect(answer.status).toBe(201);
    return answer.body.data!.documentId;
  };
  /** As if the last digest had gone out just now: comments are written in real time. */
  const digestJustNow = () =>
    tracker.strapi.db
      .query(NOTICE)
      .updateMany({ where: { kind: 'digest' }, data: { told: new Date().toISOString() } });
  const linkIn = (mail: Mail) => {
    const [, url = ''] = /^List-Unsubscribe: <([^>]+)>/m.exec(readableMail(mail)) ?? [];
    return `${tracker.url}${new URL(url).pathname}`;
  };

  beforeAll(async () => {
    mails = await startMailServer();
    tracker = await bootTracker({
      env: {
        ...NO_LIMITS,
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: String(mails.port),
        SMTP_FROM: 'tracker@example.org',
        COMMENTS_DIGEST: 'immediately',
      },
    });
    tracker.strapi.log.on('data', (entry: unknown) => logged.push(JSON.stringify(entry)));
    commitment = await makeCommitment(tracker, { title: 'Open budget' });
    await createAdmin(tracker, { roles: ['tracker-moderator'], email: MODERATOR });
    await createAdmin(tracker, { roles: ['strapi-editor'], email: 'editor@example.org' });
    const gone = await createAdmin(tracker, { roles: ['tracker-moderator'], email: 'gone@example.org' });
    await tracker.strapi.db
      .query('admin::user')
      .update({ where: { id: gone.id }, data: { isActive: false } });
  });
  afterAll(async () => {
    await tracker.close();
    await mails.close();
  });
  beforeEach(async () => {
    await later();
    mails.mails.length = 0;
    logged.length = 0;
  });

  it('tell authors who asked for it of the decision, once, in the language of the comment', async () => {
    const approved = await send({ authorEmail: 'one@example.org', locale: 'ka', body: 'ჩემი აზრი ამაზე' });
    const rejected = await send({ authorEmail: 'two@example.org', locale: 'en' });
    const silent = await send({ authorEmail: 'three@example.org', wantsNotice: false });
    await moderate(tracker, approved, 'approve');
    await tracker.strapi.plugin('accountability').service('workflows').move({
      contentType: COMMENT,
      documentId: rejected,
      workflow: 'moderation',
      transition: 'reject',
      reason: 'Internal words',
    });
    await moderate(tracker, silent, 'approve');
    await send({ authorEmail: 'four@example.org' });
    expect(mails.mails).toEqual([]);

    minutes += 5;
    const results = await Promise.all([notify(), notify(), notify()]);
    expect(results.reduce((sum, { authors }) => sum + authors.sent, 0)).toBe(2);
    expect(toAuthors()).toHaveLength(2);
    const [one] = mailsTo('one@example.org').map(readableMail);
    expect(one).toContain('Open budget ka');
    expect(one).toContain('დაამტკიცა');
    expect(one).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    const [two] = mailsTo('two@example.org').map(readableMail);
    expect(two).toContain('Subject: Your comment has not been published');
    expect(two).toContain('“Open budget en”');
    expect(two).toMatch(/^Content-Type: text\/plain/m);
    // Whoever gave the address cannot have us send words of theirs, nor learn what moderators wrote.
    for (const mail of [one, two]) expect(mail).not.toMatch(/ნინო|ჩემი აზრი|Internal words/);
    expect((await later()).authors).toEqual({ sent: 0, failed: 0 });
  });

  it('tell of another decision, and of none that was taken back at once', async () => {
    const hasty = await send({ authorEmail: 'hasty@example.org' });
    await moderate(tracker, hasty, 'approve');
    await notify(hostDate(Date.now() + 30_000));
    await moderate(tracker, hasty, 'undo');
    expect((await later()).authors.sent).toBe(0);

    const changed = await send({ authorEmail: 'changed@example.org' });
    await moderate(tracker, changed, 'approve');
    await later();
    await moderate(tracker, changed, 'hide', 'show');
    await later();
    expect(mailsTo('changed@example.org')).toHaveLength(1);
    await moderate(tracker, changed, 'undo', 'reject');
    await later();
    expect(mailsTo('changed@example.org')).toHaveLength(2);
    expect(mailsTo('hasty@example.org')).toEqual([]);
  });

  it('wait for a mail server that refuses, later each time, and no address is kept or logged', async () => {
    const comment = await send({ authorEmail: 'patient@example.org' });
    await moderate(tracker, comment, 'approve');
    mails.refusing = true;
    minutes += 5;
    expect((await notify()).authors).toEqual({ sent: 0, failed: 1 });
    expect((await notify()).authors).toEqual({ sent: 0, failed: 0 });
    minutes += 1;
    expect((await notify()).authors).toEqual({ sent: 0, failed: 1 });
    minutes += 1;
    mails.refusing = false;
    expect((await notify()).authors).toEqual({ sent: 0, failed: 0 });
    minutes += 1;
    expect((await notify()).authors).toEqual({ sent: 1, failed: 0 });
    expect(mailsTo('patient@example.org')).toHaveLength(1);
    expect(logged.join('')).toContain('could not be sent');
    const kept: unknown[] = await tracker.strapi.db.query(NOTICE).findMany({});
    expect(JSON.stringify(kept) + logged.join('')).not.toContain('example.org');
  });

  it('are given up where the server keeps saying that there is nobody, and the log says so', async () => {
    const comment = await send({ authorEmail: 'nobody@example.org' });
    await moderate(tracker, comment, 'approve');
    mails.unknown.add('nobody@example.org');
    const said: string[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      logged.length = 0;
      expect((await later(20)).authors).toEqual({ sent: 0, failed: 1 });
      said.push(...logged.filter((entry) => entry.includes('could not be sent')));
    }
    expect(said.map((entry) => /it is (?:not )?tried again/.exec(entry)?.[0])).toEqual([
      ...Array<string>(4).fill('it is tried again'),
      'it is not tried again',
    ]);
    mails.unknown.clear();
    expect((await later(20)).authors).toEqual({ sent: 0, failed: 0 });
    expect(said.join('')).not.toContain('example.org');
  });

  it('catch up when a mail server that was gone is back; comments are taken meanwhile', async () => {
    const { port } = mails;
    await mails.close();
    const comment = await send({ authorEmail: 'later@example.org' });
    const another = await send({ authorEmail: 'another@example.org' });
    await moderate(tracker, comment, 'approve');
    await moderate(tracker, another, 'reject');
    minutes += 5;
    // It ends with the first one: nobody answers the others either.
    expect(await notify()).toEqual({
      authors: { sent: 0, failed: 1 },
      moderators: { sent: 0, failed: 0, logged: 0 },
    });
    mails = await startMailServer(port);
    expect((await later(10)).authors).toEqual({ sent: 2, failed: 0 });
    expect(logged.join('')).not.toContain('example.org');
  });

  it('are sent by another instance where one has died over them', async () => {
    const comment = await send({ authorEmail: 'claimed@example.org' });
    await moderate(tracker, comment, 'approve');
    minutes += 5;
    const at = (ago: number) => hostDate(Date.now() + (minutes - ago) * 60_000);
    await tracker.strapi.db
      .query(NOTICE)
      .create({ data: { kind: 'decision', recipient: comment, claimedAt: at(9) } });
    expect((await notify()).authors.sent).toBe(0);
    await tracker.strapi.db
      .query(NOTICE)
      .update({ where: { recipient: comment }, data: { claimedAt: at(11) } });
    expect((await notify()).authors.sent).toBe(1);
  });

  it.each([
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'List-Unsubscribe=One-Click'],
    [
      'a form of parts',
      { 'Content-Type': 'multipart/form-data; boundary=b' },
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('end by the link, which asks first, when it is sent as %s', async (_what, headers, body) => {
    const comment = await send({ authorEmail: 'enough@example.org', locale: 'en' });
    await moderate(tracker, comment, 'approve');
    await later();
    const url = linkIn(mailsTo('enough@example.org')[0]!);
    expect(url).not.toMatch(/enough|example/);

    const page = await fetch(url);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await page.text()).toContain('Do you want to stop');
    expect(await storedComment(tracker, comment)).toMatchObject({ wantsNotice: true });

    for (let time = 0; time < 2; time += 1) {
      const done = await fetch(url, { method: 'POST', headers, body });
      expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('Done.')]);
    }
    await moderate(tracker, comment, 'undo', 'reject');
    await later();
    expect(mailsTo('enough@example.org')).toHaveLength(1);
  });

  it('do not end by a link nobody was sent', async () => {
    const comment = await send({ authorEmail: 'stays@example.org' });
    for (const token of [comment, `${comment}.`, `${comment}.AAAA`, '%01', `${comment}.x.y`]) {
      const url = `${tracker.url}/api/comments/unsubscribe/${token}`;
      for (const method of ['GET', 'POST']) expect((await fetch(url, { method })).status).toBe(404);
    }
    expect(await storedComment(tracker, comment)).toMatchObject({ wantsNotice: true });
  });

  it('tell moderators what is new, once, and nobody else', async () => {
    await digestJustNow();
    expect((await later()).moderators).toEqual({ sent: 0, failed: 0, logged: 0 });
    await send({ authorEmail: 'new@example.org', body: 'A first line\nand a second one' });
    minutes += 5;
    const results = await Promise.all([notify(), notify(), notify()]);
    expect(results.reduce((sum, { moderators }) => sum + moderators.sent, 0)).toBe(1);
    expect(mails.mails.map(({ to }) => to)).toEqual([[MODERATOR]]);
    const digest = readableMail(mails.mails[0]!);
    expect(digest).toContain('- Open budget ka');
    expect(digest).toContain('A first line and a second one');
    expect(digest).toContain('/admin/plugins/accountability/moderation');
    expect(digest).not.toContain('new@example.org');
    expect((await later()).moderators.sent).toBe(0);

    mails.mails.length = 0;
    const comment = await approvedComment(tracker, commitment);
    await digestJustNow();
    expect((await later()).moderators.sent).toBe(0);
    const { status } = await fetch(
      `${tracker.url}/api/commitments/${commitment}/comments/${comment}/reports`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ data: { reason: 'hate' } }),
      },
    );
    expect(status).toBe(201);
    await later();
    expect(readableMail(mails.mails[0]!)).toMatch(/1 reported/);
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
