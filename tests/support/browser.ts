import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium as playwright, type Browser, type Page } from 'playwright-core';
import { createAdmin, type RoleCode } from './accounts';
import { hostProcess, hostRequire } from './host';
import type { Tracker } from './tracker';

const INSTALLED = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The tests talk to one local server; a browser that looks for updates would only slow them down. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

/** Starts a headless Chromium: CHROMIUM_PATH, else the one installed here, else the one npm brought. */
export async function launchBrowser(): Promise<Browser> {
  const installed = hostProcess().env.CHROMIUM_PATH || findInstalled();
  if (installed) return playwright.launch({ executablePath: installed, args: ARGUMENTS });
  const packaged = await unpackChromium();
  return playwright.launch({ ...packaged, args: [...packaged.args, ...ARGUMENTS] });
}

/** Opens the admin panel and logs in as a new user with these roles. */
export async function openPanel(tracker: Tracker, browser: Browser, roles: RoleCode[]): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  const { email, password } = await createAdmin(tracker, { roles });
  await page.goto(`${tracker.url}/admin/auth/login`);
  await page.fill('input[name=email]', email);
  await page.fill('input[name=password]', password);
  await page.click('button[type=submit]');
  await page.waitForURL((url) => !url.pathname.includes('/auth/'));
  return page;
}

function findInstalled(): string | undefined {
  const folders = (hostProcess().env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => INSTALLED.map((name) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Unpacks the Chromium of the npm package into the temporary folder, once per machine. */
async function unpackChromium(): Promise<{ executablePath: string; args: string[] }> {
  const packaged = hostRequire('@sparticuz/chromium') as (typeof import('@sparticuz/chromium'))['default'];
  return {
    executablePath: await packaged.executablePath(),
    // In a single process, pages of different users share what the site keeps in the browser: their logins too.
    args: packaged.args.filter((argument) => argument !== '--single-process'),
  };
}
