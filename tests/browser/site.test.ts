import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { COMMENT } from '../support/comments';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const SHOTS = path.join(ROOT, '.tmp/screenshots');
const KUTAISI = '/commitments/open-data-kutaisi';
const PAGES = {
  home: '/',
  list: '/commitments',
  commitment: KUTAISI,
  plan: '/plans/georgia-2018-2019',
  compare: '/compare',
  organisations: '/organisations',
  organisation: '/organisations/kutaisi-city-hall',
  data: '/data',
  missing: '/commitments/none',
};

describe('a visitor of the public pages', () => {
  let tracker: Tracker;
  let browser: Browser;
  const problems: string[] = [];

  const open = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'ka',
      ...options,
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      // Answers with 400 and 404 are what some of the tests are about.
      if (
        ['error', 'warning'].includes(message.type()) &&
        !message.text().startsWith('Failed to load resource')
      ) {
        problems.push(message.text());
      }
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(tracker.url)) problems.push(`asks ${request.url()}`);
    });
    return page;
  };
  const goTo = (page: Page, address: string) => page.goto(`${tracker.url}${address}`);
  const shot = (page: Page, name: string) =>
    page.screenshot({ path: path.join(SHOTS, `site-${name}.png`), fullPage: true });

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    browser = await launchBrowser();
    const word = 'ანტიკონსტიტუციონალისტურისთვის'.repeat(7).slice(0, 200);
    const long = await makeCommitment(tracker, {
      title: `${word} ${'გრძელი დასახელება '.repeat(15)}`,
      data: { slug: 'long', code: '1.1' },
    });
    await makeMilestone(tracker, { title: word, data: { commitment: long, code: '1.1.1' } });
  }, 120_000);
  afterAll(closeResources);
  afterEach(() => {
    expect(problems.splice(0)).toEqual([]);
  });

  it.each(['ka', 'en'])(
    'sees every page in %s, on a phone of 320 pixels too, light and dark',
    async (language) => {
      const page = await open();
      for (const [name, address] of Object.entries({ ...PAGES, long: '/commitments/long' })) {
        await goTo(page, `${address}?locale=${language}`);
        expect(await page.getAttribute('html', 'lang')).toBe(language);
        for (const width of [1280, 320]) {
          await page.setViewportSize({ width, height: 900 });
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - window.innerWidth,
          );
          expect([name, width, overflow]).toEqual([name, width, 0]);
          if (name !== 'long' || width === 320) await shot(page, `${name}-${language}-${width}`);
        }
      }
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 1280, height: 900 });
      for (const name of ['home', 'commitment'] as const) {
        await goTo(page, `${PAGES[name]}?locale=${language}`);
        await shot(page, `${name}-${language}-dark`);
      }
      await page.context().close();
    },
    120_000,
  );

  it('reads everything and filters the list without JavaScript', async () => {
    const page = await open({ javaScriptEnabled: false });
    await goTo(page, '/commitments');
    await page.getByLabel('სტატუსი').selectOption('completed');
    await page.getByRole('button', { name: 'ჩვენება' }).click();
    await page.getByRole('heading', { name: 'ნაპოვნია 1 ვალდებულება' }).waitFor();
    expect(new URL(page.url()).searchParams.get('status')).toBe('completed');
    expect(await page.locator('#results article').count()).toBe(1);
    await page.locator('#results h3 a').click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(KUTAISI);
    await page.getByText('კომენტარის დასაწერად საჭიროა JavaScript').waitFor();
    await page.context().close();
  }, 60_000);

  it('has a list that follows what is typed, with one request, and keeps it in the address', async () => {
    const page = await open();
    await goTo(page, '/commitments?locale=en');
    const asked: string[] = [];
    // Some browsers ask for the site's icon when they like.
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/commitments') asked.push(request.url());
    });
    // However slowly it is typed here, to the page no time passes between the letters.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.getByRole('searchbox').pressSequentially('kutaisi');
    expect(asked).toEqual([]);
    // Longer than the pause after the last letter, shorter than what makes the page ask again.
    await page.clock.runFor(300);
    await page.getByRole('heading', { name: 'Commitments found: 1' }).waitFor();
    expect(asked).toEqual([expect.stringContaining('q=kutaisi')]);
    expect(new URL(page.url()).search).toBe('?q=kutaisi&locale=en');
    await page.context().close();
  }, 60_000);

  it('folds the filters up on a phone, and shows them elsewhere', async () => {
    const page = await open({ viewport: { width: 320, height: 800 } });
    await goTo(page, '/commitments?locale=en');
    const status = page.getByLabel('Status');
    const clear = page.getByRole('link', { name: 'Clear the filters' });
    expect([await status.isVisible(), await clear.isVisible()]).toEqual([false, false]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(await status.isVisible()).toBe(true);
    await page.setViewportSize({ width: 320, height: 800 });
    await page.getByText('Filters and order').focus();
    await page.keyboard.press('Enter');
    await status.selectOption('completed');
    await page.getByRole('heading', { name: 'Commitments found: 1' }).waitFor();
    expect(await page.getByRole('status').first().textContent()).toBe('Commitments found: 1');
    await page.reload();
    // What narrows the list down is not hidden.
    expect(await status.inputValue()).toBe('completed');
    expect(await status.isVisible()).toBe(true);
    await clear.click();
    await page.getByRole('heading', { name: 'Commitments found: 2' }).waitFor();
    expect(await status.isVisible()).toBe(false);
    await page.context().close();
  }, 60_000);

  it('reaches everything with the keyboard, and skips to the content', async () => {
    const page = await open();
    await goTo(page, `${KUTAISI}?locale=en`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    const reachable = await page
      .locator('a[href]:visible, button:visible, input:visible, textarea:visible, summary:visible')
      .count();
    const reached = new Set<string>();
    await goTo(page, `${KUTAISI}?locale=en`);
    for (let press = 0; press < reachable + 5; press += 1) {
      await page.keyboard.press('Tab');
      const { place, outline, isPage } = await page.evaluate(() => {
        const active = document.activeElement as HTMLElement;
        const all = [...document.querySelectorAll('*')];
        return {
          place: String(all.indexOf(active)),
          outline: getComputedStyle(active).outlineStyle,
          isPage: active === document.body,
        };
      });
      // Behind the last link the browser itself has its turn.
      if (!isPage) expect([place, outline]).toEqual([place, 'solid']);
      reached.add(place);
    }
    expect(reached.size).toBeGreaterThanOrEqual(reachable);
    await page.context().close();
  }, 60_000);

  it('writes a comment: errors are shown at their fields, nothing is lost, and approval is awaited', async () => {
    const page = await open();
    await goTo(page, `${KUTAISI}?locale=en`);
    await page.getByLabel('Name').fill('Nino');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('no address');
    await page.getByRole('textbox', { name: 'Comment' }).fill('A question about the plan');
    await page.reload();
    expect(await page.getByLabel('Name').inputValue()).toBe('Nino');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByText('Enter a valid e-mail.').first().waitFor();
    expect(await page.locator('#comment-authorEmail').getAttribute('aria-invalid')).toBe('true');
    await shot(page, 'comment-errors');
    await page.locator('.error-summary a').click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('comment-authorEmail');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('nino@example.org');
    await page.getByRole('button', { name: 'Send' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your comment awaits approval.' }).waitFor();
    // The answer to what was sent is a page of its own: loading it again sends nothing again.
    await page.reload();
    await page.getByText('A moderator reads your comment and approves or rejects it.').waitFor();
    expect(new URL(page.url()).pathname).toBe(`${KUTAISI}/comment-sent`);
    expect(await tracker.strapi.db.query(COMMENT).count()).toBe(1);
    await shot(page, 'comment-sent');
    const [stored] = await tracker.strapi.db.query(COMMENT).findMany({});
    expect(stored).toMatchObject({ authorName: 'Nino', moderationStatus: 'pending', language: 'en' });
    await page.getByRole('link', { name: 'Back to the commitment' }).click();
    await page.waitForURL((url) => url.pathname === KUTAISI);
    expect(await page.getByLabel('Name').inputValue()).toBe('');
    await page.goBack();
    await page.goBack();
    // Who goes back to the form may write again, and what was sent is not in it.
    expect(await page.getByLabel('Name').inputValue()).toBe('');
    expect(await page.getByRole('button', { name: 'Send' }).isVisible()).toBe(true);
    await page.context().close();
  }, 90_000);
});
