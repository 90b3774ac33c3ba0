import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { violationsOf } from '../../support/accessibility';
import { KUTAISI, LANGUAGES, openCommitmentPage, type CommitmentPage } from '../../support/commitment-page';
import { makeCommitment, makeMilestone } from '../../support/milestones';
import { closeResources } from '../../support/resources';

const STATUS = { ka: 'დასრულდა', en: 'Completed' };

describe('the card of a commitment', () => {
  let site: CommitmentPage;
  let elsewhere: Server;
  let otherSite = '';
  let body = '';

  beforeAll(async () => {
    site = await openCommitmentPage();
    elsewhere = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>Elsewhere</title><body>${body}`);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => elsewhere.once('listening', resolve));
    otherSite = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  }, 120_000);
  afterAll(() => elsewhere.close());
  afterAll(closeResources);
  afterEach(() => {
    expect(site.problems.splice(0)).toEqual([]);
  });

  it.each(LANGUAGES)(
    'is shown on another site as a card, and not as itself (%s)',
    async (language) => {
      const page = await site.open();
      await site.goTo(page, language);
      const snippet = await page.locator('#share-card').inputValue();
      body = `${snippet}<iframe id="whole" src="${site.tracker.url}${KUTAISI}" width="600" height="300"></iframe>`;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(otherSite);
        const card = page.frameLocator('iframe[title]');
        await card.getByRole('heading', { level: 1 }).waitFor();
        await card.getByText(STATUS[language], { exact: true }).waitFor();
        // Nothing is cut off at the width a page has for it.
        const overflow = await card
          .locator('html')
          .evaluate((root) => [root.scrollWidth - root.clientWidth, root.scrollHeight - root.clientHeight]);
        expect(overflow).toEqual([0, 0]);
        await site.shot(page, `card-${language}-${colorScheme}`);
      }
      const whole = page.frames().find((frame) => frame.parentFrame() && !frame.url().includes('/card'));
      // Whatever the browser shows instead, it is nothing of the page.
      expect(await whole!.locator('#milestones, #history, .site-header').count()).toBe(0);
      // What the browser says about the refusal, once for each visit.
      expect(site.problems.splice(0).join('\n')).toMatch(/frame-ancestors|X-Frame-Options/);

      const [opened] = await Promise.all([
        page.context().waitForEvent('page'),
        page.frameLocator('iframe[title]').getByRole('heading', { level: 1 }).getByRole('link').click(),
      ]);
      await opened.waitForLoadState();
      expect(new URL(opened.url()).pathname).toBe(KUTAISI);
      expect(await opened.getAttribute('html', 'lang')).toBe(language);
      expect(await opened.evaluate(() => window.opener)).toBeNull();
      expect(page.url()).toBe(otherSite);
      await page.context().close();
    },
    60_000,
  );

  it('has a card that holds endless words and titles, however narrow', async () => {
    const word = 'ანტიკონსტიტუციონალისტურისთვის'.repeat(7).slice(0, 200);
    const title = `${word} ${'გრძელი დასახელება '.repeat(15)}`;
    const id = await makeCommitment(site.tracker, { title, data: { slug: 'long', code: '1.1' } });
    const timeframe = { endDate: '2090-05-01', endPrecision: 'month' };
    await makeMilestone(site.tracker, { title: word, data: { commitment: id, code: '1.1.1', timeframe } });
    const page = await site.open();
    for (const width of [240, 320, 576]) {
      await page.setViewportSize({ width, height: 330 });
      await site.goTo(page, 'ka', '/commitments/long/card');
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        expect([width, colorScheme, await violationsOf(page)]).toEqual([width, colorScheme, []]);
      }
      const [over, below] = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        const { bottom } = document.querySelector('main')!.getBoundingClientRect();
        return [scrollWidth - innerWidth, Math.max(0, Math.round(scrollHeight - bottom))];
      });
      expect([width, over, below]).toEqual([width, 0, 0]);
      await site.shot(page, `card-long-${width}`);
    }
    await page.context().close();
  }, 30_000);
});
