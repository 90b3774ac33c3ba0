import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import english from '../../src/words/en.json';
import { overflowOf, violationsOf } from '../support/accessibility';
import { launchBrowser } from '../support/browser';
import { contentInLanguages, textOf, type ContentLanguage } from '../support/content-in-languages';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const SHOTS = path.join(ROOT, '.tmp/screenshots');
const PAGES = {
  home: '/',
  list: '/commitments',
  commitment: '/commitments/budgets',
  sent: '/commitments/budgets/comment-sent',
  plan: '/plans/plan-2026',
  organisations: '/organisations',
  organisation: '/organisations/valencia',
  data: '/data',
  missing: '/commitments/none',
  card: '/commitments/budgets/card',
};
/** What is the same in each language: names, formats, examples. */
const SHARED = new Set([
  'Parquet',
  'JSON-LD',
  'Wikidata',
  'OGP',
  'SDG',
  'Facebook',
  'X',
  'LinkedIn',
  'WhatsApp',
  'Telegram',
]);
/** The longer sentences of the pages: a short word may be spelt the same in another language. */
const ENGLISH = Object.values(english.site).filter(
  (text) => text.length > 12 && !/[{]/.test(text) && !SHARED.has(text),
);

/** English sentences in a text although the language has its own; what it spells alike is its own. */
function englishIn(text: string, language: string): string[] {
  const file = readFileSync(path.join(ROOT, `src/words/${language}.json`), 'utf8');
  const own = Object.values((JSON.parse(file) as { site: Record<string, string> }).site).join('\n');
  return ENGLISH.filter((sentence) => text.includes(sentence) && !own.includes(sentence));
}

/** Everything a person or a screen reader reads on a page. */
const wordsOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const names = [
      'aria-label',
      'title',
      'placeholder',
      'alt',
      'data-thanks',
      'data-unreachable',
      'data-loading',
    ];
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      names.map((name) => element.getAttribute(name) ?? ''),
    );
    const metadata = [...document.querySelectorAll('meta[name=description], title')].map(
      (element) => element.getAttribute('content') ?? element.textContent ?? '',
    );
    return [document.body.innerText, ...attributes, ...metadata].join('\n');
  });

describe.each([
  ['es,fr,ar', 'ES', 'Europe/Madrid', ['es', 'fr', 'ar']],
  ['en', 'GB', undefined, ['en']],
] as const)('the public pages with LOCALES=%s', (LOCALES, COUNTRY, TIME_ZONE, languages) => {
  let tracker: Tracker;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    tracker = await bootTracker({ env: { LOCALES, COUNTRY, TIME_ZONE } });
    await contentInLanguages(tracker, languages);
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  }, 120_000);
  afterAll(closeResources);

  const goTo = (address: string, language: string) =>
    page.goto(`${tracker.url}${address}?locale=${language}`);

  it.each(languages)(
    'speak %s and nothing else, at each width, in the right direction',
    async (language) => {
      const direction = language === 'ar' ? 'rtl' : 'ltr';
      for (const [name, address] of Object.entries(PAGES)) {
        await goTo(address, language);
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        expect(await page.getAttribute('html', 'dir')).toBe(direction);
        const text = await wordsOn(page);
        expect([name, text.match(/\p{Script=Georgian}+/gu)]).toEqual([name, null]);
        if (language !== 'en') {
          expect([name, englishIn(text, language)]).toEqual([name, []]);
        }
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          expect([name, width, await overflowOf(page)]).toEqual([name, width, 0]);
          await page.screenshot({
            path: path.join(SHOTS, `languages-${language}-${name}-${width}.png`),
            fullPage: true,
          });
        }
        expect([name, await violationsOf(page)]).toEqual([name, []]);
      }
    },
    180_000,
  );

  it('are mirrored where the language is written from the right', async () => {
    for (const language of languages) {
      await page.setViewportSize({ width: 1280, height: 900 });
      await goTo('/commitments/budgets', language);
      const brand = (await page.locator('.brand').boundingBox())!;
      const isAtTheRight = brand.x + brand.width / 2 > 640;
      expect([language, isAtTheRight]).toEqual([language, language === 'ar']);
      const marker = (await page.locator('.timeline .marker').first().boundingBox())!;
      const milestone = (await page.locator('.timeline > li').first().boundingBox())!;
      const isMarkedAtTheRight = marker.x > milestone.x + milestone.width / 2;
      expect([language, isMarkedAtTheRight]).toEqual([language, language === 'ar']);
    }
  });

  it('lead to the other languages by what these call themselves', async () => {
    await goTo('/commitments/budgets', languages[0]);
    const names = await page.locator('nav.languages a').allTextContents();
    expect(names.map((name) => name.trim())).toEqual(
      { 'es,fr,ar': ['Français', 'العربية'], en: [] }[LOCALES],
    );
    for (const language of languages.slice(1)) {
      await page.locator(`nav.languages a[lang=${language}]`).click();
      await page
        .getByRole('heading', { level: 1, name: textOf(language as ContentLanguage, 'commitment') })
        .waitFor();
    }
  });

  it('name other languages to search engines where there are any, and nothing where there are none', async () => {
    const links = languages.length > 1 ? languages.length + 1 : 0;
    await goTo('/commitments/budgets', languages[0]);
    expect(await page.locator('link[hreflang]').count()).toBe(links);
    expect(await page.locator('nav.languages').count()).toBe(languages.length > 1 ? 1 : 0);
    expect(await page.locator('.note').count()).toBe(0);
    const map = await (await fetch(`${tracker.url}/sitemap.xml`)).text();
    expect(map.includes('hreflang=')).toBe(languages.length > 1);
  });

  it('keep addresses, codes and e-mail from left to right, and turn bars where reading begins at the right', async () => {
    for (const language of languages) {
      await goTo('/commitments/budgets', language);
      const [turned, ...directions] = await page.evaluate(() => [
        getComputedStyle(document.querySelector('.bar')!).transform,
        ...['#comment-authorEmail', '#share-address', '#share-card'].map(
          (selector) => getComputedStyle(document.querySelector(selector)!).direction,
        ),
      ]);
      expect([language, directions]).toEqual([language, ['ltr', 'ltr', 'ltr']]);
      expect([language, turned]).toEqual([
        language,
        language === 'ar' ? 'matrix(-1, 0, 0, 1, 0, 0)' : 'none',
      ]);
    }
  });

  it('report what is missing in a comment in the language of the page', async () => {
    for (const language of languages) {
      await goTo('/commitments/budgets', language);
      const form = page.locator('form[data-comments]');
      await form.locator('button[type=submit]').click();
      await form.locator('.error-summary li').first().waitFor();
      const said = await form.locator('.error-summary').innerText();
      expect(said).not.toMatch(/\p{Script=Georgian}/u);
      if (language === 'ar') expect(said).not.toMatch(/\p{Script=Latin}/u);
      else expect(said).toMatch(/\p{Script=Latin}/u);
      if (language !== 'en') expect(englishIn(said, language)).toEqual([]);
      expect(await violationsOf(page)).toEqual([]);
    }
  });

  it('find and filter', async () => {
    for (const language of languages) {
      await goTo('/commitments', language);
      await page.getByRole('searchbox').fill(textOf(language, 'commitment').split(' ')[1]!);
      await page.keyboard.press('Enter');
      await page.locator('#results article h3 a', { hasText: textOf(language, 'commitment') }).waitFor();
      expect(new URL(page.url()).searchParams.get('locale') ?? languages[0]).toBe(language);
    }
  });
});
