import { createAdmin } from '../support/accounts';
import { moderate, NO_LIMITS, sendComment, writtenComment } from '../support/comments';
import { hostDate } from '../support/host';
import { startMailServer, type Mail, type MailServer } from '../support/mail-server';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { bootTracker, type Tracker } from '../support/tracker';

const SITE = 'https://tracker.example';
const AGENCY = 'agency@example.org';
const MODERATOR = 'moderator@example.org';
const AUTHOR = 'author@example.org';

/** Words that programs, rather than people, would read in a mail. */
const TEMPLATE = '{{7*7}} ${7*7} <%= 7*7 %> {title} {count} $& $1 %s';
const LINES = 'one\r\nBcc: all@example.org\r\n\r\n- Invented\n  https://evil.example/\u2028\u0085end';
const DIRECTION = '\u202Ereversed\u202C \u2067isolated';
const MARKUP = `<b onclick="mark(1)">bold</b><script>mark(2)</script><a href="https://evil.example">"x' & y</a>`;
const MARKED = `${MARKUP} ${TEMPLATE} ${DIRECTION} ${LINES}`;

interface Part {
  readonly type: string;
  readonly text: string;
}

/** A mail as a mail program takes it apart. */
function parsed({ text }: Mail): { headers: Map<string, string>; parts: Part[] } {
  const split = (source: string) => {
    const end = source.indexOf('\r\n\r\n');
    const headers = new Map<string, string>();
    for (const line of source
      .slice(0, end)
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')) {
      const [, name = '', value = ''] = /^([\w-]+): (.*)$/.exec(line) ?? [];
      expect([line, headers.has(name.toLowerCase()) || name === '']).toEqual([line, false]);
      headers.set(name.toLowerCase(), value);
    }
    return { headers, body: source.slice(end + 4) };
  };
  const decoded = (headers: Map<string, string>, body: string) => {
    const coding = headers.get('content-transfer-encoding');
    if (coding === 'base64') return Buffer.from(body, 'base64').toString();
    if (coding !== 'quoted-printable') return body;
    const bytes = body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    return Buffer.from(bytes, 'latin1').toString();
  };
  const { headers, body } = split(text);
  const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '')?.[1];
  const sources = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => split(part.trimStart()))
    : [{ headers, body }];
  return {
    headers,
    parts: sources.map((part) => ({
      type: (part.headers.get('content-type') ?? '').split(';')[0]!,
      text: decoded(part.headers, part.body),
    })),
  };
}

const ALLOWED_HEADERS = [
  'from',
  'reply-to',
  'to',
  'subject',
  'message-id',
  'date',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'auto-submitted',
  'list-unsubscribe',
  'list-unsubscribe-post',
];

describe('what people have written, in mails', () => {
  let tracker: Tracker;
  let mails: MailServer;
  let commitment: string;

  const mailTo = (address: string): Mail => {
    const found = mails.mails.filter(({ to }) => to.includes(address));
    expect([address, found.length]).toEqual([address, 1]);
    expect(found[0]?.to).toEqual([address]);
    return found[0]!;
  };
  /** What holds of every mail; its text. */
  function expectValid(mail: Mail): Part[] {
    const { headers, parts } = parsed(mail);
    expect([...headers.keys()].filter((name) => !ALLOWED_HEADERS.includes(name))).toEqual([]);
    expect(headers.get('to')).toBe(mail.to[0]);
    for (const { type, text } of parts) {
      expect(['text/plain', 'text/html']).toContain(type);
      expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u2028\u2029\u0085\v\f\0]/);
      const addresses = text.match(/https?:\/\/[^\s"<>&]+/g) ?? [];
      const begun = text.split(/\r?\n/).filter((line) => /^\s*https?:/.test(line));
      expect(addresses.length).toBeGreaterThan(0);
      for (const line of begun) expect(line.trim()).toMatch(/^https:\/\/tracker\.example\//);
      // Nothing has worked out 7*7; a random id in an address may hold the digits.
      expect(text.replace(/https?:\/\/[^\s"<>&]+/g, '')).not.toContain('49');
    }
    return parts;
  }

  beforeAll(async () => {
    mails = await startMailServer();
    tracker = await bootTracker({
      env: {
        ...NO_LIMITS,
        PUBLIC_URL: SITE,
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: String(mails.port),
        SMTP_FROM: 'tracker@example.org',
        COMMENTS_DIGEST: 'immediately',
        COMMENTS_DIGEST_TO: MODERATOR,
      },
    });
    const partners = tracker.strapi.documents('api::partner.partner');
    const { documentId: agency } = await partners.create({
      locale: 'ka',
      status: 'published',
      data: { name: MARKED.slice(0, 250), contactEmail: AGENCY },
    } as never);
    // As old content may have it: titles are one line in the form only.
    commitment = await makeCommitment(tracker, { title: MARKED.slice(0, 250) });
    for (const title of [MARKUP, `${TEMPLATE} ${DIRECTION}`, LINES]) {
      await makeMilestone(tracker, {
        title,
        data: {
          commitment,
          responsibleAgencies: [agency],
          timeframe: { endDate: '2018-10-01', endPrecision: 'month' },
        },
      });
    }
  });
  afterAll(async () => {
    await tracker.close();
    await mails.close();
  });
  beforeEach(() => {
    mails.mails.length = 0;
  });

  it('is plain words in a reminder, a line for each document, escaped in its HTML part', async () => {
    // As content may be that is older than the rule for addresses.
    const partners = tracker.strapi.db.query('api::partner.partner');
    const several = 'list@example.org, all@example.org';
    const { documentId: old } = await tracker.strapi
      .documents('api::partner.partner')
      .create({ locale: 'ka', data: { name: 'Old' } } as never);
    await makeMilestone(tracker, {
      title: 'Of the old one',
      published: false,
      data: { commitment, responsibleAgencies: [old], timeframe: { endDate: '2018-10-01' } },
    });
    await partners.updateMany({ where: { documentId: old }, data: { contactEmail: several } });

    await tracker.strapi.plugin('accountability').service('reminders').run();
    expect(mails.mails.map(({ to }) => to)).toEqual([[AGENCY]]);
    const parts = expectValid(mailTo(AGENCY));
    const [plain = '', html = ''] = parts.map(({ text }) => text);
    // Three milestones in two languages: an item and its address each.
    const items = plain.split('\n').filter((line) => line.startsWith('- '));
    expect(items).toHaveLength(6);
    expect(
      plain.split('\n').filter((line) => line.startsWith('  https://tracker.example/admin/')),
    ).toHaveLength(6);
    expect(items.join()).toContain(`bold"x' & y ka: `);
    expect(items.join()).toContain(
      '{{7*7}} ${7*7} <%= 7*7 %> {title} {count} $& $1 %s reversed isolated ka: ',
    );
    expect(items.join()).toContain('one Bcc: all@example.org - Invented https://evil.example/ end ka: ');
    expect(
      html
        .match(/<[^>]*>/g)
        ?.filter(
          (tag) =>
            !/^<(\/?(h2|ul|li)|\/section|section lang="(ka|en)" dir="ltr"|\/a|a href="https:\/\/tracker\.example\/[^"<>]*")>$/.test(
              tag,
            ),
        ),
    ).toEqual([]);
    expect(html).toContain('&lt;%= 7*7 %&gt;');
  });

  it('is plain words in the digest of moderators: each comment two lines', async () => {
    const sent = await sendComment(tracker, commitment, {
      authorName: `${DIRECTION} ${LINES} ${MARKUP}`.slice(0, 80),
      authorEmail: AUTHOR,
      body: `${MARKED}\n\n- Another\n  Somebody: words`,
      wantsNotice: true,
    });
    expect(sent.status).toBe(201);
    const later = (minutes: number) =>
      tracker.strapi
        .plugin('accountability')
        .service('moderation')
        .notify(hostDate(Date.now() + minutes * 60_000));
    await later(5);
    const digest = mailTo(MODERATOR);
    const [{ text }, ...others] = expectValid(digest) as [Part, ...Part[]];
    expect([others, parsed(digest).parts[0]?.type]).toEqual([[], 'text/plain']);
    const lines = text.split(/\r?\n/);
    // Once in each language.
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(2);

    mails.mails.length = 0;
    await moderate(tracker, sent.body.data!.documentId, 'approve');
    await later(10);
    const decision = mailTo(AUTHOR);
    const [mail] = expectValid(decision);
    expect(mail?.type).toBe('text/plain');
    expect(mail?.text.trim().split(/\r?\n/)).toHaveLength(4);
    expect(mail?.text).not.toContain('Another');
    const { headers } = parsed(decision);
    expect(headers.get('list-unsubscribe')).toMatch(
      /^<https:\/\/tracker\.example\/api\/comments\/unsubscribe\/[\w.-]+>$/,
    );
  });

  it.each([
    'a@example.org\r\nBcc: all@example.org',
    'a@example.org, all@example.org',
    'a@example.org;all@example.org',
    '"a, all@example.org" <b@example.org>',
    '<a@example.org>',
  ])('is one address, or none, where it is to be one: %j', async (address) => {
    const { status } = await sendComment(tracker, commitment, { ...writtenComment(), authorEmail: address });
    expect(status).toBe(400);
    const written = tracker.strapi
      .documents('api::partner.partner')
      .create({ locale: 'ka', data: { name: 'Two addresses', contactEmail: address } } as never);
    await expect(written).rejects.toMatchObject({ name: 'ValidationError' });
  });

  it('leads to the site, whatever host is asked for the mail', async () => {
    const { email } = await createAdmin(tracker);
    const asked = await tracker.request
      .post('/admin/forgot-password')
      .set({ host: 'evil.example', 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' })
      .send({ email });
    expect(asked.status).toBe(204);
    // It is sent after the answer.
    for (let waits = 0; mails.mails.length === 0 && waits < 100; waits += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { parts } = parsed(mailTo(email));
    for (const { text } of parts) {
      expect(text).toContain(`${SITE}/admin/auth/reset-password?code=`);
      expect(text).not.toContain('evil.example');
    }
  });
});
