import type { Browser, Page } from 'playwright-core';
import { violationsOf } from '../support/accessibility';
import { launchBrowser } from '../support/browser';
import { closeResources } from '../support/resources';
import { bootTracker, type Tracker } from '../support/tracker';
import { visitor, type Visitor } from '../support/visitor';

const KUTAISI = '/commitments/open-data-kutaisi?locale=en';
const LIST = '/commitments?locale=en';

describe('public pages while something is out of order', () => {
  let tracker: Tracker;
  let browser: Browser;
  let reader: Visitor;
  let page: Page;

  /** A database that answers nothing for as long as the work goes on. */
  const withoutDatabase = async (work: () => Promise<unknown>): Promise<void> => {
    const { log, db } = tracker.strapi;
    const errors = jest.spyOn(log, 'error').mockImplementation((() => log) as never);
    const acquire = jest
      .spyOn(db.connection.client, 'acquireConnection')
      .mockRejectedValue(new Error('gone'));
    try {
      await work();
    } finally {
      acquire.mockRestore();
      errors.mockRestore();
    }
  };
  const status = () => page.locator('.live');
  const send = () => page.locator('form[data-comments] button[type=submit]');

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    browser = await launchBrowser();
  }, 120_000);
  beforeEach(async () => {
    reader = await visitor(tracker, browser);
    ({ page } = reader);
    // Waiting is what the pages do most here.
    await page.clock.install();
  });
  afterEach(async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await reader.leave();
    expect(reader.problems.splice(0)).toEqual([]);
  });
  afterAll(closeResources);

  it('say that the data cannot be read, and come back by themselves', async () => {
    await withoutDatabase(async () => {
      const answer = await reader.goTo(KUTAISI);
      expect(answer?.status()).toBe(503);
      await page.getByText('The site cannot be reached at the moment').waitFor();
      await page.getByText('საიტი ამჟამად მიუწვდომელია').waitFor();
      for (const width of [1280, 320]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 800 });
          await page.emulateMedia({ colorScheme });
          expect([width, colorScheme, await violationsOf(page)]).toEqual([width, colorScheme, []]);
        }
        await reader.shot(`unavailable-${width}`);
      }
      // It looks again, and stays as it is while nothing has changed.
      const looked = page.waitForResponse((response) => response.request().method() === 'HEAD');
      await page.clock.fastForward(10_000);
      expect((await looked).status()).toBe(503);
    });
    const looked = page.waitForResponse((response) => response.request().method() === 'HEAD');
    await page.clock.fastForward(10_000);
    await looked;
    await page.getByRole('heading', { level: 1, name: /Kutaisi/ }).waitFor();
    expect(page.url()).toBe(`${tracker.url}${KUTAISI}`);
  }, 60_000);

  it('look one at a time whether a site is back that answers nothing at all', async () => {
    await withoutDatabase(() => reader.goTo(LIST));
    let looks = 0;
    await page.route('**/commitments*', (route) => {
      looks += 1;
      // The first is never answered, the second finds nobody.
      if (looks === 2) return route.abort();
      return looks > 2 ? route.continue() : undefined;
    });
    const until = async (times: number) => {
      while (looks < times) {
        await page.clock.runFor(1_000);
        await page.waitForTimeout(5);
      }
    };
    await until(1);
    await page.clock.runFor(9_000);
    expect(looks).toBe(1);
    await until(3);
    await page.getByRole('heading', { level: 1, name: 'Commitments' }).waitFor();
  }, 60_000);

  it('keep the former list while the new one does not come, say so, and get it by themselves', async () => {
    await reader.goTo(LIST);
    const before = await page.locator('#results').innerText();
    await withoutDatabase(async () => {
      await page.getByRole('searchbox').fill('kutaisi');
      await page.clock.runFor(200);
      await page.getByText('The site cannot be reached. The list below is the previous one').waitFor();
      expect(await page.locator('#results').innerText()).toBe(before);
      expect(await page.getByRole('searchbox').inputValue()).toBe('kutaisi');
      expect(new URL(page.url()).search).toBe('?locale=en');
      expect(await violationsOf(page)).toEqual([]);
      await reader.shot('list-unreachable');
    });
    await page.clock.runFor(5_000);
    await status().getByText('Commitments found: 1').waitFor();
    expect(new URL(page.url()).search).toBe('?q=kutaisi&locale=en');
  }, 60_000);

  it('say that a list is coming that takes long, and give up one that never comes', async () => {
    await reader.goTo(LIST);
    let asked = 0;
    // The site takes the request and says nothing.
    await page.route('**/commitments?q=*', (route) => ((asked += 1) > 1 ? route.continue() : undefined));
    await page.getByRole('searchbox').fill('kutaisi');
    await page.clock.runFor(700);
    await status().getByText('Loading the list').waitFor();
    expect(await page.getAttribute('#results', 'aria-busy')).toBe('true');
    await page.clock.runFor(12_000);
    await status().getByText('The site cannot be reached').waitFor();
    await page.clock.runFor(5_000);
    await status().getByText('Commitments found: 1').waitFor();
    expect(await page.getAttribute('#results', 'aria-busy')).toBeNull();
  }, 60_000);

  it('keep what was written when a comment cannot be sent, and send it when the site is back', async () => {
    await reader.goTo(KUTAISI);
    await page.getByLabel('Name').fill('Nino');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('nino@example.org');
    await page.getByRole('textbox', { name: 'Comment' }).fill('Written while the site was down');
    await page.route('**/api/**', (route) => route.abort());
    await send().click();
    await page.getByText('The site cannot be reached. Your text is kept here').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
    await page.unrouteAll();
    await withoutDatabase(async () => {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await send().click();
      expect((await answered).status()).toBeGreaterThanOrEqual(500);
      await page.locator('form[data-comments] button:enabled').waitFor();
      expect(await page.locator('.error-summary li').innerText()).not.toBe('');
      expect(await violationsOf(page)).toEqual([]);
    });
    expect(await page.getByRole('textbox', { name: 'Comment' }).inputValue()).toBe(
      'Written while the site was down',
    );
    await send().click();
    await page.getByText('Your comment awaits approval.').waitFor();
  }, 60_000);

  it('give up a comment that is never answered, and take it the second time', async () => {
    await reader.goTo(KUTAISI);
    let sent = 0;
    await page.route('**/comments?locale=en', (route) => ((sent += 1) > 1 ? route.continue() : undefined));
    await page.getByLabel('Name').fill('Nino');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('nino@example.org');
    await page.getByRole('textbox', { name: 'Comment' }).fill('Written while nobody answered');
    await send().click();
    await page.getByRole('button', { name: 'Sending' }).waitFor();
    await page.clock.runFor(20_000);
    await page.getByText('The site cannot be reached. Your text is kept here').waitFor();
    await send().click();
    await page.getByText('Your comment awaits approval.').waitFor();
  }, 60_000);
});
