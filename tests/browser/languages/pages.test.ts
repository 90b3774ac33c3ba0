import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { overflowOf, unreachableScrollers, violationsOf } from '../../support/accessibility';
import { launchBrowser } from '../../support/browser';
import { NO_LIMITS } from '../../support/comments';
import { englishOn, georgianOn } from '../../support/foreign-words';
import { ROOT } from '../../support/processes';
import { bootTracker, type Tracker } from '../../support/tracker';
import { writeTranslatedContent } from '../../support/translated-content';

const SHOTS = path.join(ROOT, '.tmp/screenshots');
const PAGES = {
  home: '/',
  list: '/commitments',
  commitment: '/commitments/contracts',
  organisations: '/organisations',
  organisation: '/organisations/finance',
  data: '/data',
  missing: '/commitments/none',
  card: '/commitments/contracts/card',
};

describe.each([{ locales: ['es', 'fr', 'ar'] }, { locales: ['en'] }])(
  'public pages of a site with LOCALES=$locales',
  ({ locales }) => {
    let tracker: Tracker;
    let browser: Browser;
    const first = locales[0]!;

    const open = (language: string): Promise<Page> =>
      browser.newPage({ viewport: { width: 1280, height: 900 }, locale: language });
    const goTo = (page: Page, address: string, language: string) =>
      page.goto(`${tracker.url}${address}${language === first ? '' : `?locale=${language}`}`);

    beforeAll(async () => {
      tracker = await bootTracker({
        firstStart: true,
        env: {
          ...NO_LIMITS,
          LOCALES: locales.join(),
          STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE: undefined,
          SEED_DEMO: 'false',
        },
      });
      await writeTranslatedContent(tracker, locales);
      browser = await launchBrowser();
    }, 180_000);
    afterAll(async () => {
      await browser?.close();
      await tracker?.close();
    });

    it.each(locales)(
      'are in %s from end to end, accessible, and fit a phone',
      async (language) => {
        const page = await open(language);
        const direction = language === 'ar' ? 'rtl' : 'ltr';
        for (const [name, address] of Object.entries(PAGES)) {
          await goTo(page, address, language);
          expect([name, await page.getAttribute('html', 'lang')]).toEqual([name, language]);
          expect([name, await page.getAttribute('html', 'dir')]).toEqual([name, direction]);
          expect([name, await georgianOn(page)]).toEqual([name, []]);
          if (language !== 'en') expect([name, await englishOn(page, language)]).toEqual([name, []]);
          for (const width of [1280, 320]) {
            await page.setViewportSize({ width, height: 900 });
            expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]);
            expect([name, width, await unreachableScrollers(page)]).toEqual([name, width, []]);
            expect([name, width, await violationsOf(page)]).toEqual([name, width, []]);
            const file = `languages-${locales.length}-${name}-${language}-${width}.png`;
            await page.screenshot({ path: path.join(SHOTS, file), fullPage: true });
          }
        }
        await page.close();
      },
      240_000,
    );

    it('lead to the same page in every other language by its own name, and nowhere in a site of one', async () => {
      const page = await open(first);
      await goTo(page, PAGES.commitment, first);
      const links = page.locator('.languages a');
      const others = locales.filter((language) => language !== first);
      expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('hreflang')))).toEqual(
        others,
      );
      expect(await page.locator('link[hreflang]').count()).toBe(locales.length > 1 ? locales.length + 1 : 0);
      expect(await page.locator('.languages').count()).toBe(locales.length > 1 ? 1 : 0);
      const map = await (await fetch(`${tracker.url}/sitemap.xml`)).text();
      expect(map.includes('hreflang=')).toBe(locales.length > 1);
      if (others.includes('ar')) {
        expect(await links.allTextContents()).toEqual(['Français', 'العربية']);
        await links.last().click();
        await page.getByRole('heading', { level: 1, name: 'نشر العقود العامة' }).waitFor();
        expect(await page.getAttribute('html', 'dir')).toBe('rtl');
      }
      await page.close();
    }, 60_000);

    it('take a comment form’s mistakes in the language of the page', async () => {
      const language = locales.at(-1)!;
      const page = await open(language);
      await goTo(page, PAGES.commitment, language);
      const form = page.locator('form[data-comments]');
      await form.locator('button[type=submit]').click();
      const summary = form.locator('.error-summary');
      await summary.locator('li').first().waitFor();
      const told = (await summary.innerText()).trim();
      if (language === 'ar') expect(told).not.toMatch(/[a-zა-ჰ]/i);
      else expect(told).toMatch(/^The comment has not been sent/);
      expect(await violationsOf(page)).toEqual([]);
      await page.close();
    }, 60_000);

    it('say nothing of other languages where there is none', async () => {
      const page = await open(first);
      await goTo(page, PAGES.commitment, first);
      expect(await page.locator('.note').count()).toBe(0);
      await page.close();
    }, 60_000);

    if (locales.includes('ar')) {
      it('are mirrored in Arabic, but for addresses, codes and e-mail', async () => {
        const page = await open('ar');
        const box = async (selector: string) => (await page.locator(selector).first().boundingBox())!;
        await goTo(page, PAGES.commitment, 'ar');
        const [brand, languages, texts, facts, marker] = await Promise.all(
          ['.brand', '.languages', '.texts', '.key-facts', '.marker'].map(box),
        );
        expect(brand!.x).toBeGreaterThan(640);
        expect(languages!.x + languages!.width).toBeLessThan(brand!.x);
        expect(facts!.x + facts!.width).toBeLessThanOrEqual(texts!.x);
        expect(marker!.x).toBeGreaterThan(640);
        const crumbs = await page
          .locator('.breadcrumb li')
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
        expect(crumbs).toEqual([...crumbs].sort((one, other) => other - one));
        const directions = await page.evaluate(() =>
          ['#comment-authorEmail', '#share-address', '#share-card', '.code'].map(
            (selector) => getComputedStyle(document.querySelector(selector)!).direction,
          ),
        );
        expect(directions).toEqual(['ltr', 'ltr', 'ltr', 'ltr']);

        await goTo(page, '/', 'ar');
        // The part of a bar that comes first stands where the language begins to read.
        const [bar, part] = [await box('.figures + *, .plan .bar'), await box('.plan .progress .bar .done')];
        expect(bar.width).toBeGreaterThan(0);
        expect(part).toBeDefined();
        const turned = await page
          .locator('.plan .bar')
          .first()
          .evaluate((element) => getComputedStyle(element).transform);
        expect(turned).toBe('matrix(-1, 0, 0, 1, 0, 0)');
        const figures = await page
          .locator('.figures li')
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().x));
        expect(figures).toEqual([...figures].sort((one, other) => other - one));
        await page.close();
      }, 60_000);
    }
  },
);
