import type { Core } from '@strapi/strapi';
import { NO_LIMITS } from '../support/comments';
import { attributes, readPage, unescaped, type PageAnswer } from '../support/site-page';
import { bootTracker, type Tracker } from '../support/tracker';

describe('the page of a plan', () => {
  let tracker: Tracker;
  let strapi: Core.Strapi;
  let slug: string;
  let planId: string;

  const page = (path: string): Promise<PageAnswer> => readPage(tracker, path);
  const address = (query = ''): string => `/plans/${slug}${query}`;

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true', ...NO_LIMITS } });
    ({ strapi } = tracker);
    const commitment = await strapi.documents('api::commitment.commitment').findFirst({
      filters: { slug: 'open-data-kutaisi' },
      status: 'published',
      populate: ['actionPlan'],
    });
    const plan = commitment!.actionPlan as { documentId: string; slug: string };
    [slug, planId] = [plan.slug, plan.documentId];
  }, 120_000);
  afterAll(() => tracker.close());

  it('comes whole from the server, in both languages, with its commitments, reports and data', async () => {
    for (const [language, query] of [
      ['ka', ''],
      ['en', '?locale=en'],
    ] as const) {
      const { status, text } = await page(address(query));
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${language}" dir="ltr">`);
      expect(attributes(text, 'link rel="canonical"', 'href')).toEqual([`${tracker.url}${address(query)}`]);
      expect(attributes(text, 'link rel="alternate"', 'hreflang')).toEqual(['ka', 'en', 'x-default']);
      expect(text.match(/<h1[\s>]/g)).toHaveLength(1);
      expect(text).not.toMatch(/undefined|\[object|NaN|\{[a-z]+\}/);
      const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
      expect(JSON.stringify(JSON.parse(data))).toContain(planId);
    }
    const { seen, text } = await page(address('?locale=en'));
    expect(seen).toContain('OGP Georgia National Action Plan for 2018-2019');
    expect(seen).toContain(
      'Improving the open data collection and publishing process in Kutaisi Municipality',
    );
    expect(seen).toContain('2019, Annual');
    expect(seen).toContain('4 of 4 milestones completed');
    expect(text).toContain(`/api/open-data/commitments.csv?filters%5Baction_plan_id%5D%5B%24eq%5D=${planId}`);
  });

  it('groups the commitments by theme and by lead agency, and is in search engines once', async () => {
    const themes = await page(address('?group=theme&locale=en'));
    expect(themes.seen).toContain('Transparency');
    expect(themes.text).toContain(`/commitments?plan=${slug}&amp;ogp=transparency&amp;locale=en`);
    expect(themes.text).toContain('content="noindex, follow"');
    const agencies = await page(address('?group=agency&order=late&locale=en'));
    expect(agencies.text).toContain(`/commitments?plan=${slug}&amp;agency=kutaisi-city-hall&amp;locale=en`);
    expect(attributes(agencies.text, 'link rel="canonical"', 'href')).toEqual([
      `${tracker.url}${address('?group=agency&order=late&locale=en')}`,
    ]);
    expect((await page(address())).text).not.toContain('noindex');
  });

  it('has a timeline of its commitments with their milestones, changes of status and reports', async () => {
    const { text } = await page(address('?group=theme&locale=en'));
    const [, timeline = ''] = /<section aria-labelledby="timeline">(.*?)<\/section>/s.exec(text) ?? [];
    const rows = timeline
      .replace(/<\/?time[^>]*>/g, '')
      .split('<tbody>')[1]!
      .split('</tr>')
      .map((row) => unescaped(row.replace(/<[^>]*>/g, ' ')));
    expect(rows[0]).toContain('The whole plan');
    expect(rows[1]!.replace(/\s+/g, ' ')).toMatch(/Kutaisi.* 2019.*Completed: .*Due: .*; Completed/);
    expect(timeline).toContain('href="/commitments/open-data-kutaisi?locale=en"');
    expect(timeline).not.toContain('style=');
  });

  it('ignores parameters that cannot be read, and shows the last page for those beyond', async () => {
    for (const query of [
      '?group=x&order=y&page=z',
      '?page=999999',
      '?group=theme&group=agency',
      '?timeline=999999',
      '?timeline=x&timeline=2',
      '?page=-1',
    ]) {
      expect([query, (await page(address(query))).status]).toEqual([query, 200]);
    }
  });

  it('is 404 for a plan that is not there or not published, and listed for search engines otherwise', async () => {
    const missing = await page('/plans/no-such-plan');
    expect(missing.status).toBe(404);
    expect((await page('/sitemap.xml')).text).toContain(`<loc>${tracker.url}${address()}</loc>`);
    await strapi.documents('api::action-plan.action-plan').unpublish({ documentId: planId, locale: '*' });
    expect((await page(address())).status).toBe(404);
    expect((await page('/sitemap.xml')).text).not.toContain(address());
    await strapi.documents('api::action-plan.action-plan').publish({ documentId: planId, locale: '*' });
    expect((await page(address())).status).toBe(200);
  });

  it('is linked from the page of its commitment', async () => {
    const { text } = await page('/commitments/open-data-kutaisi?locale=en');
    expect(text.match(new RegExp(`href="/plans/${slug}\\?locale=en"`, 'g'))).toHaveLength(2);
  });
});
