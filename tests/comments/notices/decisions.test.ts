import { COMMENT, moderate, sendComment, storedComment, writtenComment } from '../../support/comments';
import { hostDate } from '../../support/host';
import { readableMail, startMailServer } from '../../support/mail-server';
import { makeCommitment } from '../../support/milestones';
import { bootNotices, NOTICE, type Notices } from '../../support/notices';
import type { Tracker } from '../../support/tracker';

describe('mails to authors of comments', () => {
  let notices: Notices;
  let tracker: Tracker;

  beforeAll(async () => {
    notices = await bootNotices();
    ({ tracker } = notices);
  });
  afterAll(() => notices.close());
  beforeEach(() => notices.begin());

  it('notify authors who asked for it of the decision, once, in the language of the comment', async () => {
    const approved = await notices.send({
      authorEmail: 'one@example.org',
      locale: 'ka',
      body: 'ჩემი აზრი ამაზე',
    });
    const rejected = await notices.send({ authorEmail: 'two@example.org', locale: 'en' });
    const silent = await notices.send({ authorEmail: 'three@example.org', wantsNotice: false });
    await moderate(tracker, approved, 'approve');
    await tracker.strapi.plugin('accountability').service('workflows').move({
      contentType: COMMENT,
      documentId: rejected,
      workflow: 'moderation',
      transition: 'reject',
      reason: 'Internal words',
    });
    await moderate(tracker, silent, 'approve');
    await notices.send({ authorEmail: 'four@example.org' });
    expect(notices.mails.mails).toEqual([]);

    notices.minutes += 5;
    const results = await Promise.all([notices.notify(), notices.notify(), notices.notify()]);
    expect(results.reduce((sum, { authors }) => sum + authors.sent, 0)).toBe(2);
    expect(notices.toAuthors()).toHaveLength(2);
    const [one] = notices.mailsTo('one@example.org').map(readableMail);
    expect(one).toContain('Open budget ka');
    expect(one).toContain('დაამტკიცა');
    expect(one).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    const [two] = notices.mailsTo('two@example.org').map(readableMail);
    expect(two).toContain('Subject: Your comment has not been published');
    expect(two).toContain('“Open budget en”');
    expect(two).toMatch(/^Content-Type: text\/plain/m);
    // Whoever gave the address cannot have us send words of theirs, nor learn what moderators wrote.
    for (const mail of [one, two]) expect(mail).not.toMatch(/ნინო|ჩემი აზრი|Internal words/);
    expect((await notices.later()).authors).toEqual({ sent: 0, failed: 0 });
  });

  it('notify of another decision, and of none that was taken back at once', async () => {
    const undone = await notices.send({ authorEmail: 'hasty@example.org' });
    await moderate(tracker, undone, 'approve');
    await notices.notify(hostDate(Date.now() + 30_000));
    await moderate(tracker, undone, 'undo');
    expect((await notices.later()).authors.sent).toBe(0);

    const changed = await notices.send({ authorEmail: 'changed@example.org' });
    await moderate(tracker, changed, 'approve');
    await notices.later();
    await moderate(tracker, changed, 'hide', 'show');
    await notices.later();
    expect(notices.mailsTo('changed@example.org')).toHaveLength(1);
    await moderate(tracker, changed, 'undo', 'reject');
    await notices.later();
    expect(notices.mailsTo('changed@example.org')).toHaveLength(2);
    expect(notices.mailsTo('hasty@example.org')).toEqual([]);
  });

  it('name the document by its published title, in another language where that of the comment has none', async () => {
    const documentId = await makeCommitment(tracker, { title: 'Open roads', languages: ['ka'] });
    await tracker.strapi.documents('api::commitment.commitment').update({
      documentId,
      locale: 'ka',
      data: { title: 'Not decided yet' } as never,
    });
    const { body } = await sendComment(tracker, documentId, {
      ...writtenComment(),
      authorEmail: 'reader@example.org',
      locale: 'en',
      wantsNotice: true,
    });
    await moderate(tracker, body.data!.documentId, 'approve');
    await notices.later();
    const [mail] = notices.mailsTo('reader@example.org').map(readableMail);
    expect(mail).toContain('Subject: Your comment has been published');
    expect(mail).toContain('“Open roads ka”');
    expect(mail).not.toContain('Not decided yet');
  });

  it('wait for a mail server that refuses, later each time, and no address is kept or logged', async () => {
    const comment = await notices.send({ authorEmail: 'patient@example.org' });
    await moderate(tracker, comment, 'approve');
    notices.mails.refusing = true;
    notices.minutes += 5;
    expect((await notices.notify()).authors).toEqual({ sent: 0, failed: 1 });
    expect((await notices.notify()).authors).toEqual({ sent: 0, failed: 0 });
    notices.minutes += 1;
    expect((await notices.notify()).authors).toEqual({ sent: 0, failed: 1 });
    notices.minutes += 1;
    notices.mails.refusing = false;
    expect((await notices.notify()).authors).toEqual({ sent: 0, failed: 0 });
    notices.minutes += 1;
    expect((await notices.notify()).authors).toEqual({ sent: 1, failed: 0 });
    expect(notices.mailsTo('patient@example.org')).toHaveLength(1);
    expect(notices.logged.join('')).toContain('could not be sent');
    const kept: unknown[] = await tracker.strapi.db.query(NOTICE).findMany({});
    expect(JSON.stringify(kept) + notices.logged.join('')).not.toContain('example.org');
  });

  it('are given up where the server keeps saying that there is nobody, and the log says so', async () => {
    const comment = await notices.send({ authorEmail: 'nobody@example.org' });
    await moderate(tracker, comment, 'approve');
    notices.mails.unknown.add('nobody@example.org');
    const said: string[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      notices.logged.length = 0;
      expect((await notices.later(20)).authors).toEqual({ sent: 0, failed: 1 });
      said.push(...notices.logged.filter((entry) => entry.includes('could not be sent')));
    }
    expect(said.map((entry) => /it is (?:not )?tried again/.exec(entry)?.[0])).toEqual([
      ...Array<string>(4).fill('it is tried again'),
      'it is not tried again',
    ]);
    notices.mails.unknown.clear();
    expect((await notices.later(20)).authors).toEqual({ sent: 0, failed: 0 });
    expect(said.join('')).not.toContain('example.org');
  });

  it('catch up when a mail server that was gone is back; comments are taken meanwhile', async () => {
    const { port } = notices.mails;
    await notices.mails.close();
    const comment = await notices.send({ authorEmail: 'later@example.org' });
    const another = await notices.send({ authorEmail: 'another@example.org' });
    await moderate(tracker, comment, 'approve');
    await moderate(tracker, another, 'reject');
    notices.minutes += 5;
    // It ends with the first one: nobody answers the others either.
    expect(await notices.notify()).toEqual({
      authors: { sent: 0, failed: 1 },
      moderators: { sent: 0, failed: 0, logged: 0 },
    });
    notices.mails = await startMailServer(port);
    expect((await notices.later(10)).authors).toEqual({ sent: 2, failed: 0 });
    expect(notices.logged.join('')).not.toContain('example.org');
  });

  it('are sent by another instance where one has died over them', async () => {
    const comment = await notices.send({ authorEmail: 'claimed@example.org' });
    await moderate(tracker, comment, 'approve');
    notices.minutes += 5;
    const at = (ago: number) => hostDate(Date.now() + (notices.minutes - ago) * 60_000);
    await tracker.strapi.db
      .query(NOTICE)
      .create({ data: { kind: 'decision', recipient: comment, claimedAt: at(9) } });
    expect((await notices.notify()).authors.sent).toBe(0);
    await tracker.strapi.db
      .query(NOTICE)
      .update({ where: { recipient: comment }, data: { claimedAt: at(11) } });
    expect((await notices.notify()).authors.sent).toBe(1);
  });

  it.each([
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 'List-Unsubscribe=One-Click'],
    [
      'a form of parts',
      { 'Content-Type': 'multipart/form-data; boundary=b' },
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('end by the link, which asks first, when it is sent as %s', async (_what, headers, body) => {
    const comment = await notices.send({ authorEmail: 'enough@example.org', locale: 'en' });
    await moderate(tracker, comment, 'approve');
    await notices.later();
    const url = notices.linkIn(notices.mailsTo('enough@example.org')[0]!);
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
    await notices.later();
    expect(notices.mailsTo('enough@example.org')).toHaveLength(1);
  });

  it('do not end by a link nobody was sent', async () => {
    const comment = await notices.send({ authorEmail: 'stays@example.org' });
    for (const token of [comment, `${comment}.`, `${comment}.AAAA`, '%01', `${comment}.x.y`]) {
      const url = `${tracker.url}/api/comments/unsubscribe/${token}`;
      for (const method of ['GET', 'POST']) expect((await fetch(url, { method })).status).toBe(404);
    }
    expect(await storedComment(tracker, comment)).toMatchObject({ wantsNotice: true });
  });
});
