import type { Browser } from 'playwright-core';
import { colourViolationsOf, overflowOf, unreachableScrollers, violationsOf } from '../support/accessibility';
import { launchBrowser } from '../support/browser';
import { approvedComment, NO_LIMITS } from '../support/comments';
import { bootTracker, type Tracker } from '../support/tracker';
import { mailedToken } from '../support/unsubscribe-link';
import { visitor, type Visitor } from '../support/visitor';

const KUTAISI = '/commitments/open-data-kutaisi';
const LANGUAGES = ['ka', 'en'];
const THEMES = ['light', 'dark'] as const;
const VIEWS = {
  'a desk': { viewport: { width: 1280, height: 900 } },
  'a phone of 320 pixels': { viewport: { width: 320, height: 800 } },
  '400 % zoom': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};

const pages = (language: string): Record<string, string> => ({
  home: `/?locale=${language}`,
  list: `/commitments?locale=${language}`,
  filtered: `/commitments?status=completed&ogp=transparency&sort=title&locale=${language}`,
  'nothing found': `/commitments?q=zzz&year=1999&locale=${language}`,
  commitment: `${KUTAISI}?locale=${language}`,
  organisations: `/organisations?locale=${language}`,
  organisation: `/organisations/kutaisi-city-hall?locale=${language}`,
  data: `/data?locale=${language}`,
  missing: `/commitments/none?locale=${language}`,
});

describe('the public pages, for everybody', () => {
  let tracker: Tracker;
  let browser: Browser;
  const unsubscribe: Record<string, string> = {};

  /** All that is wrong with the page as it stands, in both themes. */
  const faultsOf = async ({ page }: Visitor): Promise<string[]> => {
    const faults = (await unreachableScrollers(page)).map((element) => `cannot be reached: ${element}`);
    const overflow = await overflowOf(page);
    if (overflow > 0) faults.push(`too wide by ${overflow}`);
    faults.push(...(await violationsOf(page)).map((fault) => `light, ${fault}`));
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...(await colourViolationsOf(page)).map((fault) => `dark, ${fault}`));
    await page.emulateMedia({ colorScheme: 'light' });
    return faults;
  };

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true', ...NO_LIMITS } });
    browser = await launchBrowser();
    const commitment = await tracker.strapi
      .documents('api::commitment.commitment')
      .findFirst({ filters: { slug: 'open-data-kutaisi' } } as never);
    const id = (commitment as unknown as { documentId: string }).documentId;
    for (const locale of LANGUAGES) {
      const comment = await approvedComment(tracker, id, { locale });
      unsubscribe[locale] = `/api/comments/unsubscribe/${mailedToken(tracker.strapi, comment)}`;
    }
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await tracker.close();
  });

  describe.each(Object.entries(VIEWS))('on %s', (_, view) => {
    it.each(LANGUAGES)(
      'have no fault in %s',
      async (language) => {
        const reader = await visitor(tracker, browser, view);
        for (const [name, address] of Object.entries(pages(language))) {
          await reader.goTo(address);
          expect({ name, faults: await faultsOf(reader) }).toEqual({ name, faults: [] });
        }
        await reader.goTo(unsubscribe[language]!);
        expect(await faultsOf(reader)).toEqual([]);
        await Promise.all([reader.page.waitForEvent('load'), reader.page.getByRole('button').click()]);
        expect(await faultsOf(reader)).toEqual([]);
        await reader.goTo('/api/comments/unsubscribe/none');
        expect(await faultsOf(reader)).toEqual([]);
        expect(reader.problems).toEqual([]);
        await reader.leave();
      },
      120_000,
    );
  });

  it.each(LANGUAGES)(
    'have a comment form without a fault in %s, with errors and after sending',
    async (language) => {
      for (const view of [VIEWS['a desk'], VIEWS['400 % zoom']]) {
        const reader = await visitor(tracker, browser, view);
        const { page } = reader;
        await reader.goTo(`${KUTAISI}?locale=${language}`);
        await page.locator('#comment-authorName').fill('Nino');
        await page.locator('form[data-comments] button').click();
        await page.locator('.error-summary').waitFor();
        expect(await page.locator('.error:visible').count()).toBe(2);
        expect(await faultsOf(reader)).toEqual([]);
        await page.locator('#comment-authorEmail').fill('nino@example.org');
        await page.locator('#comment-body').fill(`${language} ${view.viewport.height}`);
        await page.locator('form[data-comments] button').click();
        await page.locator('.thanks').getByText(/./).waitFor();
        expect(await faultsOf(reader)).toEqual([]);
        await reader.leave();
      }
    },
    120_000,
  );

  it('would be caught with a fault: each of these is found', async () => {
    const reader = await visitor(tracker, browser, VIEWS['400 % zoom']);
    await reader.goTo('/commitments?locale=en');
    expect(await faultsOf(reader)).toEqual([]);
    await reader.page.evaluate(() => {
      const find = (selector: string) => document.querySelector<HTMLElement>(selector)!;
      document.documentElement.removeAttribute('lang');
      find('label[for=filter-q]').remove();
      find('.lead').style.color = '#8a8a8a';
      find('.lead').style.background = '#999999';
      const near = find('.site-footer ul').querySelectorAll<HTMLElement>('li');
      for (const item of near) Object.assign(item.style, { fontSize: '8px', lineHeight: '8px' });
      find('.site-footer').insertAdjacentHTML('beforeend', '<h6>Too deep</h6><div tabindex="5"></div>');
      const wide = document.createElement('p');
      wide.textContent = 'wide';
      wide.style.width = '900px';
      const scroller = document.createElement('div');
      Object.assign(scroller.style, { overflowX: 'auto', width: '100px' });
      scroller.append(wide);
      find('main').append(scroller);
      find('main').style.minWidth = '400px';
    });
    const faults = (await faultsOf(reader)).join('\n');
    for (const fault of [
      'too wide by',
      'cannot be reached',
      'light, html-has-lang',
      'light, label',
      'light, color-contrast',
      'dark, color-contrast',
      'light, target-size',
      'light, heading-order',
      'light, tabindex',
    ]) {
      expect([fault, faults.includes(fault)]).toEqual([fault, true]);
    }
    await reader.leave();
  }, 60_000);

  it.each(['/', '/commitments', KUTAISI, '/data'])(
    'show where the keyboard is, on %s at 400 %% zoom: outlined, in the window and behind nothing',
    async (path) => {
      const reader = await visitor(tracker, browser, { ...VIEWS['400 % zoom'], reducedMotion: 'reduce' });
      const { page } = reader;
      await reader.goTo(`${path}?locale=en`);
      const reached = new Set<string>();
      for (;;) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate(placeOfFocus);
        if (at === null || reached.has(at.place)) break;
        reached.add(at.place);
        expect(at).toEqual({ ...at, isOutlined: true, isSeen: true });
      }
      const reachable = await page
        .locator(
          'a[href]:visible, button:visible, input:not([tabindex]):visible, select:visible, textarea:visible, summary:visible',
        )
        .count();
      expect(reached.size).toBeGreaterThanOrEqual(reachable);
      await reader.leave();
    },
    60_000,
  );

  it('move only where the reader has nothing against it', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      const reader = await visitor(tracker, browser, { reducedMotion });
      for (const path of [KUTAISI, '/', '/commitments']) {
        await reader.goTo(path);
        await reader.page.keyboard.press('Tab');
        const moving = await reader.page.evaluate(() =>
          [...document.querySelectorAll('*')]
            .filter((element) => {
              const style = getComputedStyle(element);
              const durations = `${style.transitionDuration},${style.animationDuration}`.split(',');
              return style.scrollBehavior === 'smooth' || durations.some((time) => parseFloat(time) > 0);
            })
            .map(({ tagName }) => tagName),
        );
        expect([path, reducedMotion, moving]).toEqual([
          path,
          reducedMotion,
          reducedMotion === 'reduce' ? [] : ['HTML'],
        ]);
      }
      await reader.leave();
    }
  }, 60_000);

  it('tell a status by its word and its shape, wherever a colour tells it', async () => {
    const reader = await visitor(tracker, browser);
    for (const url of Object.values(pages('en'))) {
      await reader.goTo(url);
      const mute = await reader.page.evaluate(() =>
        // Pieces of bars are told by the legend below them.
        [...document.querySelectorAll('[class*=status-]:not(rect), .overdue')]
          .filter((element) => !element.textContent?.trim() || !element.querySelector('svg.shape'))
          .map((element) => element.outerHTML),
      );
      const bars = await reader.page.evaluate(() =>
        [...document.querySelectorAll('svg.bar:has(rect[class*=status-])')]
          .filter((bar) => {
            const legend = bar.closest('figure, article, section, main')?.querySelector('.legend');
            return bar.getAttribute('aria-hidden') !== 'true' || !legend;
          })
          .map((element) => element.outerHTML),
      );
      expect([url, mute, bars]).toEqual([url, [], []]);
    }
    await reader.leave();
  }, 60_000);

  it.each(THEMES)(
    'can be read in the colours the reader forces, %s',
    async (colorScheme) => {
      const reader = await visitor(tracker, browser, { colorScheme, forcedColors: 'active' });
      for (const [name, address] of Object.entries(pages('ka'))) {
        await reader.goTo(address);
        // Lines of shapes must not have the colour of what is behind them.
        const lost = await reader.page.evaluate(() => {
          const probe = document.body.appendChild(document.createElement('i'));
          probe.style.cssText = 'color: Canvas; forced-color-adjust: none';
          const { color: canvas } = getComputedStyle(probe);
          probe.remove();
          return [...document.querySelectorAll('.shape *')]
            .filter((part) => {
              const { fill, stroke } = getComputedStyle(part);
              const isCut = part.classList.contains('cut');
              return isCut
                ? stroke !== canvas
                : [fill, stroke].every((colour) => [canvas, 'none'].includes(colour));
            })
            .map((part) => part.outerHTML);
        });
        expect([name, lost]).toEqual([name, []]);
        if (['home', 'commitment', 'list'].includes(name)) await reader.shot(`${name}-forced-${colorScheme}`);
      }
      await reader.leave();
    },
    60_000,
  );
});

/** Where the focus is, and whether it can be seen; null where the browser itself has it. */
function placeOfFocus(): { place: string; isOutlined: boolean; isSeen: boolean } | null {
  const active = document.activeElement as HTMLElement;
  if (active === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(active);
  const isOutlined = outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2;
  // A link over two lines has two boxes.
  const isSeen = [...active.getClientRects()].some(({ left, right, top, bottom }) => {
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const there = document.elementFromPoint(x, y);
    return active.contains(there);
  });
  const place = [...document.querySelectorAll('*')].indexOf(active);
  return { place: `${place} ${active.outerHTML.slice(0, 80)}`, isOutlined, isSeen };
}
