import type { Core } from '@strapi/strapi';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { attributes, readPage, unescaped } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

const KUTAISI = '/commitments/open-data-kutaisi';
const LANGUAGES = [
  ['ka', ''],
  ['en', '?locale=en'],
] as const;

describe('the card of a commitment', () => {
  let tracker: Tracker;
  let strapi: Core.Strapi;
  const page = (path: string, headers: Record<string, string> = {}) => readPage(tracker, path, headers);
  /** Whether other sites may show an answer in a frame. */
  const isFramed = (headers: Headers): boolean =>
    /frame-ancestors \*/.test(headers.get('content-security-policy') ?? '') &&
    headers.get('x-frame-options') === null;

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    ({ strapi } = tracker);
  });
  afterAll(() => tracker.close());

  it.each(LANGUAGES)(
    'shows in %s what it is, how far it has come, whose it is, and leads to the page',
    async (language, query) => {
      const { status, headers, text, seen } = await page(`${KUTAISI}/card${query}`);
      expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
      expect(text).toContain(`<html lang="${language}" dir="ltr">`);
      const expected = {
        ka: ['ქუთაისის მუნიციპალიტეტში', 'დასრულდა', 'დასრულებულია 4 ეტაპიდან 4', 'მერია', 'ოქტომბერი 2018'],
        en: [
          'in Kutaisi Municipality',
          'Completed',
          '4 of 4 milestones completed',
          'City Hall',
          'October 2018',
        ],
      }[language];
      for (const part of expected) expect(seen).toContain(part);
      expect(attributes(text, 'a', 'href')).toEqual([
        `${tracker.url}${KUTAISI}${query}`,
        `${tracker.url}/${query}`,
      ]);
      expect(text.match(/<a [^>]*target="_blank" rel="noopener"/g)).toHaveLength(2);
      // Small, and complete without a script.
      expect(text.length).toBeLessThan(6_000);
      expect(text).not.toMatch(/<script|\son\w+=|\sstyle=/);
      for (const file of attributes(text, 'link', 'href')) expect((await page(file)).status).toBe(200);
    },
  );

  it('names the next deadline no more exactly than it is known, and none that is over', async () => {
    const commitment = await makeCommitment(tracker, { title: 'Promise', data: { slug: 'promise' } });
    const due = (title: string, endDate: string, endPrecision: string) =>
      makeMilestone(tracker, { title, data: { commitment, timeframe: { endDate, endPrecision } } });
    await due('Later step', '2099-06-01', 'month');
    await due('Next step', '2098-10-01', 'month');
    await due('Late step', '2011-01-01', 'month');
    const { text, seen } = await page('/commitments/promise/card?locale=en');
    expect(seen).toMatch(/Next deadline October 2098 Next step en/);
    expect(seen).not.toMatch(/1 October|Later|Late step/);
    expect(text).toContain('<time datetime="2098-10">');
    expect((await page('/commitments/promise/card')).seen).toContain('უახლოესი ვადა ოქტომბერი 2098');
  });

  it('may be shown on every site, and nothing else may', async () => {
    const { headers } = await page(`${KUTAISI}/card`);
    expect(isFramed(headers)).toBe(true);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/);
    for (const path of [
      '/',
      '/commitments',
      KUTAISI,
      '/organisations',
      '/data',
      '/commitments/none',
      '/admin/',
    ]) {
      const other = (await page(path, { accept: 'text/html' })).headers;
      expect([path, isFramed(other)]).toEqual([path, false]);
      expect([path, other.get('x-frame-options')]).toEqual([path, 'SAMEORIGIN']);
    }
  });

  it('is not for search engines, and is in no sitemap', async () => {
    const { headers, text } = await page(`${KUTAISI}/card`);
    expect(headers.get('x-robots-tag')).toBe('noindex');
    expect(text).toContain('<meta name="robots" content="noindex" />');
    expect((await page('/sitemap.xml')).text).not.toContain('/card');
  });

  it('answers a conditional request by whether anything has changed', async () => {
    const etag = (await page(`${KUTAISI}/card`)).headers.get('etag') as string;
    const again = await page(`${KUTAISI}/card`, { 'if-none-match': etag });
    expect([again.status, again.text, isFramed(again.headers)]).toEqual([304, '', true]);
    await makeCommitment(tracker, { title: 'Another' });
    expect((await page(`${KUTAISI}/card`, { 'if-none-match': etag })).status).toBe(200);
    expect((await page(`${KUTAISI}/card/`)).headers.get('location')).toBe(`${KUTAISI}/card`);
  });

  it('says in its frame that a commitment is no longer published, or that nothing can be read now', async () => {
    const documentId = await makeCommitment(tracker, { title: 'Gone', data: { slug: 'gone' } });
    const card = '/commitments/gone/card?locale=en';
    expect((await page(card)).seen).toContain('Gone en');
    await strapi.documents('api::commitment.commitment').unpublish({ documentId, locale: '*' } as never);
    const gone = await page(card);
    expect([gone.status, isFramed(gone.headers)]).toEqual([404, true]);
    expect(gone.seen).toContain('This commitment is no longer published');
    expect(gone.text.length).toBeLessThan(2_000);

    const errors = jest.spyOn(strapi.log, 'error').mockImplementation((() => strapi.log) as never);
    const acquire = jest
      .spyOn(strapi.db.connection.client, 'acquireConnection')
      .mockRejectedValue(new Error('gone'));
    try {
      // One that nobody has seen within the last minute.
      const down = await page('/commitments/gone/card');
      expect([down.status, isFramed(down.headers), down.headers.get('retry-after')]).toEqual([
        503,
        true,
        '10',
      ]);
      expect(down.seen).toMatch(/საიტი ამჟამად მიუწვდომელია.*The site cannot be reached at the moment/);
    } finally {
      acquire.mockRestore();
      errors.mockRestore();
    }
  });

  it.each(LANGUAGES)(
    'is offered on the page of the commitment in %s, with other ways to share it',
    async (language, query) => {
      const { text } = await page(`${KUTAISI}${query}`);
      const [, snippet = ''] = /<textarea[^>]*id="share-card"[^>]*>(.*?)<\/textarea>/s.exec(text) ?? [];
      const frame = unescaped(snippet);
      expect(frame).toMatch(/^<iframe [^\n]*><\/iframe>$/);
      expect(attributes(frame, 'iframe', 'src')).toEqual([`${tracker.url}${KUTAISI}/card${query}`]);
      const title = { ka: 'ღია მონაცემების', en: 'Improving the open data' }[language];
      expect(attributes(frame, 'iframe', 'title')[0]).toContain(title);
      const mail = attributes(text, 'a', 'href').find((href) => href.startsWith('mailto:')) ?? '';
      const message = new URLSearchParams(mail.slice('mailto:?'.length));
      expect(message.get('subject')).toContain(title);
      expect(message.get('body')).toContain(`${tracker.url}${KUTAISI}${query}`);
    },
  );

  it('puts a hostile title in as text, in the card and in the snippet', async () => {
    const title = `"></iframe><script>alert(1)</script><img src=x onerror=alert(2)>`;
    const letters = '&lt;script&gt;alert(3)&lt;/script&gt;';
    await makeCommitment(tracker, { title: title + letters, data: { slug: 'hostile-card' } });
    const card = await page('/commitments/hostile-card/card');
    expect(card.text).not.toMatch(/<script|<img/);
    expect(card.seen).toContain('"><script>alert(3)</script> ka');
    expect(card.seen).not.toMatch(/alert\([12]/);
    const { text } = await page('/commitments/hostile-card');
    const [, snippet = ''] = /<textarea[^>]*id="share-card"[^>]*>(.*?)<\/textarea>/s.exec(text) ?? [];
    const frame = unescaped(snippet);
    expect(frame.match(/</g)).toHaveLength(2);
    expect(attributes(frame, 'iframe', 'title')).toEqual(['"><script>alert(3)</script> ka']);
  });
});
