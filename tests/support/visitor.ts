import path from 'node:path';
import type { Browser, BrowserContextOptions, Page, Response } from 'playwright-core';
import { ROOT } from './processes';
import type { Tracker } from './tracker';

const SHOTS = path.join(ROOT, '.tmp/screenshots');

/** Somebody who reads the public pages. */
export interface Visitor {
  page: Page;
  /** What went wrong so far: errors in the console, requests to elsewhere. */
  problems: string[];
  goTo(address: string): Promise<Response | null>;
  /** Keeps a picture of the whole page. */
  shot(name: string): Promise<unknown>;
  leave(): Promise<void>;
}

/** Opens a window of a visitor of the public pages. */
export async function visitor(
  { url }: Pick<Tracker, 'url'>,
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'ka',
    ...options,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // Answers that are errors are what some of the tests are about.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isAnswer) problems.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) problems.push(`asks ${request.url()}`);
  });
  return {
    page,
    problems,
    goTo: (address) => page.goto(`${url}${address}`),
    shot: (name) => page.screenshot({ path: path.join(SHOTS, `site-${name}.png`), fullPage: true }),
    leave: () => context.close(),
  };
}
