import type { Core } from '@strapi/strapi';
import { approvedComment, NO_LIMITS } from '../support/comments';
import { rawRequest } from '../support/raw-request';
import { attributes, readPage, unescaped, type PageAnswer } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

const KUTAISI = '/commitments/open-data-kutaisi';

describe('the answers of the public pages', () => {
  let tracker: Tracker;
  let strapi: Core.Strapi;

  const page = (path: string, headers: Record<string, string> = {}): Promise<PageAnswer> =>
    readPage(tracker, path, headers);
  const documents = (uid: string) => strapi.documents(uid as 'api::commitment.commitment');

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true', ...NO_LIMITS } });
    ({ strapi } = tracker);
  }, 120_000);
  afterAll(() => tracker.close());

  it.each([
    ['/commitments/no-such-thing', 'ka', 'ასეთი გვერდი არ არსებობს'],
    ['/commitments/no-such-thing?locale=en', 'en', 'This page does not exist'],
    ['/organisations/no-such-thing?locale=en', 'en', 'This page does not exist'],
    ['/nowhere?locale=en', 'en', 'This page does not exist'],
    ['/commitments/%E0%A4%A', 'ka', 'ასეთი გვერდი არ არსებობს'],
  ])('answers %s with a page that says there is none', async (path, language, words) => {
    const { status, text, seen, headers } = await page(path, {
      accept: 'text/html',
      'accept-language': 'ka',
    });
    expect(status).toBe(404);
    expect(text).toContain(`<html lang="${language}" dir="ltr">`);
    expect(seen).toContain(words);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('leaves the API, the panel and readers of anything but pages their own answers', async () => {
    expect((await page('/api/nowhere', { accept: 'text/html' })).headers.get('content-type')).toContain(
      'json',
    );
    expect((await page('/nowhere', { accept: 'application/json' })).headers.get('content-type')).toContain(
      'json',
    );
    expect((await page('/admin/')).headers.get('content-security-policy')).toContain('unsafe-inline');
    const moved = await page('/commitments/?status=completed');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/commitments?status=completed']);
  });

  it('answers a conditional request by whether anything has changed', async () => {
    const first = await page(KUTAISI);
    const etag = first.headers.get('etag') as string;
    expect(etag).toMatch(/^"/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate');
    const again = await page(KUTAISI, { 'if-none-match': etag });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await page(`${KUTAISI}?locale=en`, { 'if-none-match': etag })).status).toBe(200);
    const { documentId } = (await documents('api::commitment.commitment').findFirst({
      filters: { slug: 'open-data-kutaisi' },
    } as never)) as unknown as { documentId: string };
    await approvedComment(tracker, documentId, { body: 'ახალი სიტყვა' });
    const changed = await page(KUTAISI, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.seen).toContain('ახალი სიტყვა');
  });

  it('packs pages as the reader takes them, each with a tag of its own', async () => {
    const tags = new Set<unknown>();
    for (const coding of ['identity', 'gzip', 'br']) {
      const { headers, body } = await rawRequest(`${tracker.url}${KUTAISI}`, {
        headers: { 'accept-encoding': coding },
      });
      expect(headers['content-encoding']).toBe(coding === 'identity' ? undefined : coding);
      expect(headers.vary).toContain('Accept-Encoding');
      if (coding !== 'identity') expect(body.length).toBeLessThan(25_000);
      tags.add(headers.etag);
    }
    expect(tags.size).toBe(3);
    const head = await rawRequest(`${tracker.url}${KUTAISI}`, { method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });

  it('lets pages run nothing but their own scripts, and serves these for good', async () => {
    const { headers, text } = await page(KUTAISI);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(text).not.toMatch(/\sstyle="|<style/);
    const files = [...attributes(text, 'script', 'src'), ...attributes(text, 'link', 'href')].filter((href) =>
      href.startsWith('/site/'),
    );
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const file of files) {
      const asset = await page(file);
      expect([file, asset.status, asset.headers.get('cache-control')]).toEqual([
        file,
        200,
        'public, max-age=31536000, immutable',
      ]);
    }
    expect((await page('/site/../../package.json')).status).toBe(404);
    expect((await page('/site/unknown.js')).status).toBe(404);
  });

  it('has a map for search engines whose addresses are all there', async () => {
    const { text, headers } = await page('/sitemap.xml');
    expect(headers.get('content-type')).toContain('xml');
    const addresses = [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) =>
      unescaped(address as string),
    );
    expect(addresses).toContain(`${tracker.url}${KUTAISI}?locale=en`);
    for (const address of addresses) {
      const { status } = await fetch(address);
      expect([address, status]).toEqual([address, 200]);
    }
    expect((await page('/robots.txt')).text).toContain(`Sitemap: ${tracker.url}/sitemap.xml`);
  });

  it('says in both languages when the data cannot be read, and is back by itself', async () => {
    const { log, db } = strapi;
    const errors = jest.spyOn(log, 'error').mockImplementation((() => log) as never);
    const { client } = db.connection;
    expect((await page('/commitments')).headers.get('age')).toBeNull();
    const acquire = jest.spyOn(client, 'acquireConnection').mockRejectedValue(new Error('gone'));
    try {
      // What was seen within the last minute is shown as it was, with its age.
      const older = await page('/commitments');
      expect([older.status, older.headers.get('cache-status')]).toEqual([
        200,
        expect.stringMatching(/^pages; hit; ttl=-\d+; detail=updating$/),
      ]);
      expect(Number(older.headers.get('age'))).toBeGreaterThan(0);

      const { status, headers, seen, text } = await page('/commitments?year=2018');
      expect([status, headers.get('retry-after'), headers.get('cache-control')]).toEqual([
        503,
        '10',
        'no-store',
      ]);
      expect(seen).toContain('საიტი ამჟამად მიუწვდომელია');
      expect(seen).toContain('The site cannot be reached at the moment');
      expect(attributes(text, 'script', 'src')[0]).toContain('/site/recover.js');
    } finally {
      acquire.mockRestore();
      errors.mockRestore();
    }
    const { status, headers } = await page('/commitments');
    expect([status, headers.get('age')]).toEqual([200, null]);
  });
});
