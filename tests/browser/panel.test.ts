import type { Browser } from 'playwright-core';
import { createAdmin } from '../support/accounts';
import { launchBrowser } from '../support/browser';
import { closeResources } from '../support/resources';
import { bootTracker, type Tracker } from '../support/tracker';

describe('the admin panel in a browser', () => {
  let tracker: Tracker;
  let browser: Browser;
  beforeAll(async () => {
    tracker = await bootTracker();
    browser = await launchBrowser();
  });
  afterAll(closeResources);

  it('lets an admin log in', async () => {
    const admin = await createAdmin(tracker);
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${tracker.url}/admin`);
    await page.fill('input[name="email"]', admin.email);
    await page.fill('input[name="password"]', admin.password);
    await page.click('button[type="submit"]');
    await page.waitForSelector('nav a[href*="content-manager"]');
    expect(errors).toEqual([]);
  });
});
