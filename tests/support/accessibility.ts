import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The rules of WCAG 2.2 AA, and what is good practice beyond it. */
const ALL = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that look at colours: in another theme, nothing else of a page is another. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];
const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong with a page as it is, each with its rule first. Needs nothing of the page's policy. */
export const violationsOf = (page: Page): Promise<string[]> => violationsBy(page, ALL);

/** The same, of the colours alone. */
export const colourViolationsOf = (page: Page): Promise<string[]> => violationsBy(page, OF_COLOURS);

/** @param rules names of rules, or tags they have */
async function violationsBy(page: Page, rules: string[]): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(source);
  const { violations } = await page.evaluate(
    (wanted) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: wanted,
        resultTypes: ['violations'],
        // Styles lie with the page, and no frame is in it.
        preload: false,
        iframes: false,
      }),
    rules,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
  );
}

/** Waits until no colour is between two: buttons fade from one to the other, dialogs appear slowly. */
export const settledColours = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    // A change of the theme is painted, and may begin to move, in the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await Promise.allSettled(
      document
        .getAnimations()
        // What turns round for ever is no change of colours.
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    );
  });

/** By how many pixels a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Parts that can be scrolled sideways although nobody can reach or name them. */
export const unreachableScrollers = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, display } = getComputedStyle(element);
        const isScroller = ['auto', 'scroll'].includes(overflowX) && display !== 'none';
        if (!isScroller || element.scrollWidth <= element.clientWidth + 1) return false;
        const isField = element.matches('input, textarea, select');
        return !isField && (element.tabIndex < 0 || !element.getAttribute('aria-label'));
      })
      .map((element) => element.outerHTML.slice(0, 200)),
  );

/** Parts that hide a piece of what they hold, on purpose or not; what is for screen readers only is left out. */
export const clippedParts = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *:not(svg, svg *)')]
      .filter((element) => {
        const { overflowX, overflowY, clipPath } = getComputedStyle(element);
        if (
          clipPath !== 'none' ||
          ![overflowX, overflowY].some((value) => ['hidden', 'clip'].includes(value))
        )
          return false;
        return (
          element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
        );
      })
      .map((element) => element.outerHTML.slice(0, 200)),
  );
