import { adminLogin, createAdmin } from '../support/accounts';
import { approvedComment, NO_LIMITS } from '../support/comments';
import { readableMail, startMailServer, type MailServer } from '../support/mail-server';
import { readPage } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

/** A text as exports of other systems have it: what it says, in HTML. */
const written = (words: string): string =>
  `<div class="x"><b onclick="mark(1)">${words}</b> one<br/>two&nbsp;AT&amp;T 3 < 5</div>`;
/** The same with what must never become an element of a page. */
const hostile = (words: string): string =>
  `${written(words)}<script>mark(2)</script><img src=x onerror=mark(3)><svg onload=mark(4)></svg>` +
  `<a href="javascript:mark(5)" style="color: red">there</a><iframe src="//example.org"></iframe>`;
const SHOWN = 'one two AT&T 3 < 5';
/** Markup where a reader sees it. */
const LETTERS = /<\/?(b|br|div|img|script|svg|a)\b[^>]*>|&(nbsp|amp|lt|gt);/;

describe('HTML in the texts of editors', () => {
  let tracker: Tracker;
  let mailServer: MailServer;
  let slug: string;
  let commitment: string;
  const page = (path: string) => readPage(tracker, path);
  const get = async (path: string) => (await fetch(`${tracker.url}${path}`)).text();

  async function publish(uid: string, data: Record<string, unknown>): Promise<string> {
    const documents = tracker.strapi.documents(uid as 'api::commitment.commitment');
    const { documentId } = await documents.create({ locale: 'en', data } as never);
    await documents.publish({ documentId, locale: '*' } as never);
    return documentId;
  }

  beforeAll(async () => {
    mailServer = await startMailServer();
    tracker = await bootTracker({
      env: {
        ...NO_LIMITS,
        SMTP_HOST: '127.0.0.1',
        SMTP_PORT: String(mailServer.port),
        SMTP_FROM: 'tracker@example.org',
        REMINDERS_TO: 'secretariat@example.org',
      },
    });
    const timeframe = { endDate: '2018-10-01', endPrecision: 'month' };
    const agency = await publish('api::partner.partner', {
      name: written('Agency'),
      description: hostile('About'),
      kind: 'central-government',
    });
    const plan = await publish('api::action-plan.action-plan', {
      title: written('Plan'),
      jurisdiction: written('Country'),
      description: hostile('Aim'),
      timeframe,
    });
    commitment = await publish('api::commitment.commitment', {
      title: hostile('Promise'),
      description: hostile('Description'),
      problem: hostile('Problem'),
      expectedResult: hostile('Expected'),
      result: hostile('Result'),
      timeframeNote: written('Soon'),
      timeframe,
      actionPlan: plan,
      leadAgencies: [agency],
      identifiers: [{ scheme: 'other', value: written('Number') }],
    });
    const milestone = await publish('api::milestone.milestone', {
      title: hostile('Step'),
      indicator: hostile('Indicator'),
      result: hostile('Outcome'),
      timeframeNote: written('Later'),
      timeframe,
      commitment,
      responsibleAgencies: [agency],
      evidence: [{ title: written('Proof'), url: 'https://example.org/' }],
    });
    await publish('api::progress-report.progress-report', {
      commitment,
      milestone,
      period: { kind: 'annual', year: 2020 },
      narrative: hostile('Narrative'),
      challenges: hostile('Challenges'),
      assessorName: written('Assessor'),
      ratings: [{ scheme: 'completion', value: written('Rating') }],
    });
    await tracker.strapi
      .plugin('accountability')
      .service('workflows')
      .move({
        contentType: 'api::commitment.commitment',
        documentId: commitment,
        workflow: 'implementation',
        transition: 'start',
        reason: written('Reason'),
      });
    const row = await tracker.strapi.documents('api::commitment.commitment').findOne({
      documentId: commitment,
      locale: 'en',
    });
    slug = String(row?.slug);
  });
  afterAll(async () => {
    await tracker.close();
    await mailServer.close();
  });

  it('is not in slugs', () => {
    expect(slug).toMatch(/^promise-one-two-at/);
    expect(slug).not.toMatch(/div|class|br|greater|nbsp|amp/);
  });

  it('is shown as what it means, in every text of every page', async () => {
    const { text, seen, status } = await page(`/commitments/${slug}?locale=en`);
    expect(status).toBe(200);
    const words = [
      ...['Agency', 'Plan', 'Promise', 'Description', 'Problem', 'Expected', 'Result', 'Soon', 'Number'],
      ...['Step', 'Indicator', 'Outcome', 'Later', 'Proof', 'Narrative', 'Challenges', 'Assessor', 'Rating'],
      'Reason',
    ];
    for (const word of words) expect(seen).toContain(`${word} ${SHOWN}`);
    expect(text).toMatch(/<strong>Description<\/strong> one<br \/>two/);
  });

  const PAGES = () => [
    `/commitments/${slug}`,
    `/commitments/${slug}?locale=en`,
    `/commitments/${slug}/card?locale=en`,
    '/?locale=en',
    '/commitments?locale=en',
    '/organisations?locale=en',
    '/data?locale=en',
  ];

  it('is no element but those pages make, and no letters', async () => {
    const organisation = /href="(\/organisations\/[^"]+)"/.exec(
      (await page('/organisations?locale=en')).text,
    )?.[1];
    expect(organisation).toMatch(/agency-one-two/);
    for (const path of [...PAGES(), String(organisation)]) {
      const { text, seen, status } = await page(path);
      expect([path, status]).toEqual([path, 200]);
      expect([
        path,
        text.match(/mark\(|javascript:|\sstyle="color|<iframe src="\/\/|onerror|onload|onclick/),
      ]).toEqual([path, null]);
      // Markup to copy is shown as markup.
      const read = seen.replace(/<iframe .*?<\/iframe>/s, '');
      expect([path, read.match(LETTERS)]).toEqual([path, null]);
    }
  });

  it('is neither in the head of a page nor in its linked data', async () => {
    const { text } = await page(`/commitments/${slug}?locale=en`);
    const head = text.slice(0, text.indexOf('</head>'));
    const [, title] = /<title>([^<]*)<\/title>/.exec(head) ?? [];
    expect(title).toContain('Promise one two AT&amp;T 3 &lt; 5');
    expect(head).toMatch(/<meta name="description" content="Description one two AT&amp;T 3 &lt; 5/);
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    expect(data).toContain('Promise one two');
    expect(data).not.toMatch(/\\u003c(?! 5)|&nbsp;|&amp;/);
  });

  it('is in no title of a feed or calendar', async () => {
    const atom = await get('/api/open-data/changes.atom?locale=en');
    expect(atom).toContain('Promise one two AT&amp;T 3 &lt; 5');
    expect(atom).not.toMatch(/&lt;\/?(b|br|div|script)|&amp;(nbsp|amp)/);
    const calendar = (await get('/api/open-data/deadlines.ics?locale=en')).replace(/\r\n /g, '');
    expect(calendar).toContain('SUMMARY:Promise one two AT&T 3 < 5');
    expect(calendar).not.toMatch(/<\/?(b|br|div|script)|&nbsp;|&amp;/);
  });

  it('is in no title the panel or a mail shows', async () => {
    const token = await adminLogin(tracker, await createAdmin(tracker));
    const home = await tracker.request
      .get('/accountability/workflow-overview')
      .set('Authorization', `Bearer ${token}`)
      .expect(200);
    const { overdue, latest } = (home.body as { data: Record<string, { title: string }[]> }).data;
    expect(latest?.map(({ title }) => title)).toContain('Promise one two AT&T 3 < 5 there');
    for (const { title } of [...(overdue ?? []), ...(latest ?? [])]) expect(title).not.toMatch(LETTERS);

    const findings = await tracker.request
      .get('/accountability/open-data/findings')
      .set('Authorization', `Bearer ${token}`);
    expect([findings.status, findings.text.match(LETTERS)]).toEqual([200, null]);

    await tracker.strapi.plugin('accountability').service('reminders').run();
    const mails = mailServer.mails.map(readableMail);
    expect(mails.join()).toContain('Step one two AT&T 3 < 5');
    expect(mails.join()).not.toMatch(/(<|&lt;|&#60;)(b|br|div|script)\b|nbsp|AT&amp;amp;/);
  });

  it('stays in the stored text, the content API and the exports', async () => {
    const answer = JSON.parse(await get(`/api/commitments/${commitment}?locale=en`)) as {
      data: { title: string };
    };
    expect(answer.data.title).toBe(hostile('Promise'));
    const rows = JSON.parse(await get('/api/open-data/commitments.json')) as { data: { title_en: string }[] };
    expect(rows.data.map(({ title_en }) => title_en)).toEqual([hostile('Promise')]);
  });

  it('is shown as letters where a citizen has written it', async () => {
    await approvedComment(tracker, commitment, {
      authorName: '<b>Nino</b>',
      body: 'A <b>bold</b> word<br/>AT&amp;T',
    });
    const { text, seen } = await page(`/commitments/${slug}?locale=en`);
    expect(seen).toContain('A <b>bold</b> word<br/>AT&amp;T');
    expect(seen).toContain('<b>Nino</b>');
    expect(text).toContain('A &lt;b&gt;bold&lt;/b&gt; word&lt;br/&gt;AT&amp;amp;T');
  });
});
