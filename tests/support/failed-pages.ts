import type { Browser, Page, Request } from 'playwright-core';
import { hostProcess } from './host';

/** As much as helps: the rest of a page is like any other. */
const MAX_CHARACTERS = 4_000;
const MAX_REQUESTS = 25;

/** When a test of this file fails, prints what each page of the browser shows and what it has asked for last. */
export function describeOnFailure(browser: Browser): void {
  (globalThis as { describeFailure?: () => Promise<void> }).describeFailure = async () => {
    const pages = browser.contexts().flatMap((context) => context.pages());
    for (const page of pages) hostProcess().stderr.write(`${await describePage(page)}\n`);
  };
}

async function describePage(page: Page): Promise<string> {
  const shown = await page
    .locator('body')
    .ariaSnapshot({ timeout: 5_000 })
    .catch((error: Error) => `(cannot be read: ${error.message})`);
  const requests = await page.requests().catch(() => []);
  const lines = await Promise.all(requests.slice(-MAX_REQUESTS).map(describeRequest));
  const errors = await page.pageErrors().catch(() => []);
  return [
    `Page ${page.url()} when the test failed:`,
    shown.slice(0, MAX_CHARACTERS),
    ...lines,
    ...errors.map((error) => `error in the page: ${error.message}`),
  ].join('\n');
}

/** Without its answer where there is none yet. */
async function describeRequest(request: Request): Promise<string> {
  const waiting = new Promise<null>((resolve) => setTimeout(resolve, 100, null));
  const response = await Promise.race([request.response().catch(() => null), waiting]);
  const { pathname, search } = new URL(request.url());
  return `${request.method()} ${pathname}${search} ${response?.status() ?? request.failure()?.errorText ?? 'not answered'}`;
}
