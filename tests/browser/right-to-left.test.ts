import type { Browser, Page } from 'playwright-core';
import { overflowOf, violationsOf } from '../support/accessibility';
import { launchBrowser } from '../support/browser';
import { contentInLanguages, textOf } from '../support/content-in-languages';
import { closeResources } from '../support/resources';
import { bootTracker, type Tracker } from '../support/tracker';

/** One page of a commitment in two directions; every page in every language is in `heavy-browser`. */
describe('the page of a commitment with LOCALES=ar,en', () => {
  let tracker: Tracker;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    tracker = await bootTracker({ env: { LOCALES: 'ar,en', COUNTRY: 'JO' } });
    await contentInLanguages(tracker, ['ar', 'en']);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  }, 120_000);
  afterAll(closeResources);

  it.each([
    ['ar', 'rtl'],
    ['en', 'ltr'],
  ] as const)(
    'reads in %s from the right side',
    async (language, direction) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${tracker.url}/commitments/budgets?locale=${language}`);
      await page.getByRole('heading', { level: 1, name: textOf(language, 'commitment') }).waitFor();
      expect(await page.getAttribute('html', 'dir')).toBe(direction);
      const brand = (await page.locator('.brand').boundingBox())!;
      expect(brand.x + brand.width / 2 > 640).toBe(direction === 'rtl');
      expect(await page.locator('#share-address').evaluate((one) => getComputedStyle(one).direction)).toBe(
        'ltr',
      );
      expect(await violationsOf(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await overflowOf(page)).toBe(0);
    },
    60_000,
  );

  it('shows the beginning of a long choice that is in the other direction', async () => {
    const title = `A plan that is in English only ${'and long '.repeat(20)}`;
    await tracker.strapi.documents('api::action-plan.action-plan').create({
      locale: 'en',
      status: 'published',
      data: { title, code: 'EN1', slug: 'english-only' } as never,
    });
    await page.goto(`${tracker.url}/commitments?locale=ar`);
    const plans = page.locator('select[name=plan]');
    const direction = () => plans.evaluate((one) => getComputedStyle(one).direction);
    expect(await direction()).toBe('rtl');
    await page.locator('details:has(select[name=plan]) > summary').click();
    await plans.selectOption('english-only');
    expect(await direction()).toBe('ltr');
    await plans.selectOption('');
    expect(await direction()).toBe('rtl');
    await page.goto(`${tracker.url}/commitments?locale=ar&plan=english-only`);
    expect(await direction()).toBe('ltr');
  }, 60_000);
});
