import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright-core';
import { createAdmin, type RoleCode } from './accounts';
import { describeOnFailure } from './failed-pages';
import { hostScript } from './host';
import { closeLater } from './resources';
import { bootTracker, type Tracker, type TrackerOptions } from './tracker';

interface BrowserScript {
  browserOptions(): Promise<LaunchOptions>;
}

/** Starts the headless Chromium that the project's scripts use, too; `closeResources` closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { browserOptions } = hostScript('scripts/lib/browser.mjs') as BrowserScript;
  const browser = await chromium.launch(await browserOptions());
  closeLater(() => browser.close());
  describeOnFailure(browser);
  return browser;
}

/** A running application, a browser, and a window of it in the panel; `closeResources` closes them. */
export interface OpenedPanel {
  tracker: Tracker;
  browser: Browser;
  page: Page;
}

/** Starts an application and a browser, and logs in to the panel as a new user, an editor by default. */
export async function bootWithPanel(
  options?: TrackerOptions,
  { roles = ['strapi-editor'], language }: { roles?: RoleCode[]; language?: string } = {},
): Promise<OpenedPanel> {
  const tracker = await bootTracker(options);
  const browser = await launchBrowser();
  return { tracker, browser, page: await openPanel(tracker, browser, roles, language) };
}

/** Opens the admin panel and logs in as a new user with these roles, in the language the user has chosen. */
export async function openPanel(
  tracker: Tracker,
  browser: Browser,
  roles: RoleCode[],
  language?: string,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  await logIn(tracker, page, roles, language);
  return page;
}

/**
 * Logs in to the admin panel in this window as a new user with these roles.
 * @param language the panel's, as the user has chosen it before
 */
export async function logIn(
  tracker: Tracker,
  page: Page,
  roles: RoleCode[],
  language?: string,
): Promise<void> {
  const { email, password } = await createAdmin(tracker, { roles, language });
  if (language) {
    await page.addInitScript((code) => window.localStorage.setItem('strapi-admin-language', code), language);
  }
  await page.goto(`${tracker.url}/admin/auth/login`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
}
