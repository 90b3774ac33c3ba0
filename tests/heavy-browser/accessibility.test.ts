import { closeResources } from '../support/resources';
import { visitor } from '../support/visitor';
import {
  faultsOf,
  KUTAISI,
  LANGUAGES,
  openPublicPages,
  publicPages,
  VIEWS,
  type PublicPages,
} from '../support/public-pages';

const THEMES = ['light', 'dark'] as const;

describe('the public pages, for everybody', () => {
  let site: PublicPages;
  beforeAll(async () => {
    site = await openPublicPages();
  }, 120_000);
  afterAll(closeResources);

  describe.each(Object.entries(VIEWS))('on %s', (_, view) => {
    it.each(LANGUAGES)(
      'have no fault in %s',
      async (language) => {
        const reader = await visitor(site.tracker, site.browser, view);
        for (const [name, address] of Object.entries(publicPages(language))) {
          await reader.goTo(address);
          expect({ name, faults: await faultsOf(reader) }).toEqual({ name, faults: [] });
        }
        await reader.goTo(site.unsubscribe[language]!);
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
        const reader = await visitor(site.tracker, site.browser, view);
        const { page } = reader;
        await reader.goTo(`${KUTAISI}?locale=${language}`);
        // Where there is no room the form is folded.
        const fold = page.locator('details:not([open]):has(#comment-authorName) > summary');
        if (await fold.isVisible()) await fold.click();
        await page.locator('#comment-authorName').fill('Nino');
        await page.locator('form[data-comments] button').click();
        await page.locator('.error-summary').waitFor();
        expect(await page.locator('.error:visible').count()).toBe(2);
        expect(await faultsOf(reader)).toEqual([]);
        await page.locator('#comment-authorEmail').fill('nino@example.org');
        await page.locator('#comment-body').fill(`${language} ${view.viewport.height}`);
        await page.locator('form[data-comments] button').click();
        await page.waitForURL('**/comment-sent*');
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await faultsOf(reader)).toEqual([]);
        await reader.leave();
      }
    },
    120_000,
  );

  it.each(['/', '/commitments', KUTAISI, '/data'])(
    'show where the keyboard is, on %s at 400 %% zoom: outlined, in the window and behind nothing',
    async (path) => {
      const reader = await visitor(site.tracker, site.browser, {
        ...VIEWS['400 % zoom'],
        reducedMotion: 'reduce',
      });
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

  it.each(THEMES)(
    'can be read in the colours the reader forces, %s',
    async (colorScheme) => {
      const reader = await visitor(site.tracker, site.browser, { colorScheme, forcedColors: 'active' });
      for (const [name, address] of Object.entries(publicPages('ka'))) {
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
