import type { Browser } from 'playwright-core';
import { clippedParts, overflowOf, unreachableScrollers, violationsOf } from '../support/accessibility';
import { launchBrowser } from '../support/browser';
import { NO_LIMITS } from '../support/comments';
import { EXTREMES, makeExtremes } from '../support/extremes';
import { closeResources } from '../support/resources';
import { bootTracker, type Tracker } from '../support/tracker';
import { visitor, type Visitor } from '../support/visitor';

const OTHERS = ['/', '/commitments', '/organisations', '/organisations/longest-name'];

describe('pages at the ends of what can be', () => {
  let tracker: Tracker;
  let browser: Browser;
  let reader: Visitor;

  /** What is broken on the page, on a desk and on a phone of 320 pixels. */
  const broken = async (name: string): Promise<string[]> => {
    const { page } = reader;
    const found: string[] = [];
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await overflowOf(page);
      if (overflow > 0) found.push(`${width}: too wide by ${overflow}`);
      for (const part of [...(await unreachableScrollers(page)), ...(await clippedParts(page))]) {
        found.push(`${width}: ${part}`);
      }
      // A picture of two hundred milestones is higher than pictures can be.
      if (!name.startsWith('many-')) await reader.shot(`extreme-${name}-${width}`);
    }
    return [...found, ...(await violationsOf(page))];
  };

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true', ...NO_LIMITS } });
    browser = await launchBrowser();
    await makeExtremes(tracker);
    reader = await visitor(tracker, browser);
  }, 180_000);
  afterAll(closeResources);
  afterEach(() => {
    expect(reader.problems.splice(0)).toEqual([]);
  });

  it.each(EXTREMES)(
    'do not break: %s',
    async (slug) => {
      for (const language of ['ka', 'en']) {
        const answer = await reader.goTo(`/commitments/${slug}?locale=${language}`);
        expect([language, answer?.status()]).toEqual([language, 200]);
        expect([language, await broken(`${slug}-${language}`)]).toEqual([language, []]);
      }
    },
    60_000,
  );

  it.each(OTHERS)(
    'do not break where all of them are listed: %s',
    async (path) => {
      for (const language of ['ka', 'en']) {
        await reader.goTo(`${path}?locale=${language}`);
        const name = `all-${path.slice(path.lastIndexOf('/') + 1) || 'home'}-${language}`;
        expect([language, await broken(name)]).toEqual([language, []]);
      }
    },
    60_000,
  );

  it('say what is not there, in words', async () => {
    const textOf = async (slug: string, language = 'en') => {
      await reader.goTo(`/commitments/${slug}?locale=${language}`);
      return (await reader.page.locator('main').innerText()).replace(/\s+/g, ' ');
    };
    expect(await textOf('no-milestones')).toContain('This commitment has no published milestones.');
    const nobody = await textOf('nobody-and-never');
    expect(nobody).toMatch(/Deadline Not stated/);
    expect(nobody).not.toMatch(/Lead agencies|Partners:|undefined|null|NaN/);
    expect(await textOf('only-georgian')).toContain('მხოლოდ ქართულად (in Georgian only)');
    expect(await textOf('only-english', 'ka')).toContain('In English only (მხოლოდ ინგლისურად)');
    expect(await reader.page.locator('h1 [lang=en]').count()).toBe(1);
    await textOf('many-milestones');
    expect(await reader.page.locator('.timeline > li').count()).toBe(200);
    expect(await reader.page.locator('[aria-labelledby=milestones] .table-details tbody tr').count()).toBe(
      200,
    );
    expect(await reader.page.locator('.timeline > li h3').last().innerText()).toContain('ეტაპი 200');
  });

  it('take titles of 600 characters and no more', async () => {
    const title = (length: number) => 'ა'.repeat(length);
    const create = (length: number) =>
      tracker.strapi
        .documents('api::commitment.commitment')
        .create({ locale: 'ka', data: { title: title(length), slug: `of-${length}` } } as never);
    await expect(create(600)).resolves.toMatchObject({ title: title(600) });
    await expect(create(601)).rejects.toThrow('600');
  });
});
