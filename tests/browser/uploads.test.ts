import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, logIn } from '../support/browser';
import { uploadsFolder } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';
import { PDF, picture } from '../support/upload-samples';

/** What a hostile file would do: act with the session of whoever opens it. */
const ACT = `document.title = "ran"; localStorage.setItem("ran", "1"); fetch("/admin/users/me?ran");`;
const HOSTILE: Record<string, [type: string, content: string]> = {
  'there.html': [
    'text/html',
    `<!doctype html><title>Before</title><body onload='${ACT}'><script>${ACT}</script>`,
  ],
  'there.svg': [
    'image/svg+xml',
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload='${ACT}'><script>${ACT}</script><rect width="9" height="9"/></svg>`,
  ],
  'there.js': ['text/javascript', ACT],
};

let tracker: Tracker;
let browser: Browser;
let panel: Page;
/** A second window of the administrator who is logged in. */
let page: Page;
const folder = path.join(uploadsFolder(), 'browser');
const address = (name: string): string => `${tracker.url}/uploads/browser/${name}`;
const asked: string[] = [];

const traces = async () => [
  await panel.evaluate(() => [localStorage.getItem('ran'), document.title === 'ran']),
  asked.filter((url) => url.includes('?ran')),
];
const NONE = [[null, false], []];

beforeAll(async () => {
  tracker = await bootTracker();
  mkdirSync(folder);
  for (const [name, [, content]] of Object.entries(HOSTILE)) writeFileSync(path.join(folder, name), content);
  writeFileSync(path.join(folder, 'there.png'), await picture('png'));
  writeFileSync(path.join(folder, 'there.pdf'), PDF);
  browser = await launchBrowser();
  const context = await browser.newContext();
  panel = await context.newPage();
  await logIn(tracker, panel, ['strapi-super-admin']);
  context.on('request', (request) => asked.push(request.url()));
}, 120_000);
beforeEach(async () => {
  page = await panel.context().newPage();
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
  await tracker.close();
});

it.each(Object.keys(HOSTILE))('%s, opened by an administrator, is saved and does not run', async (name) => {
  const saved = page.waitForEvent('download');
  // Nothing is shown: the browser says that the address is a download.
  await page.goto(address(name)).catch(() => null);
  expect((await saved).suggestedFilename()).toBe(name);
  expect(await traces()).toEqual(NONE);
});

it.each(Object.entries(HOSTILE))(
  '%s does not run where something on the way makes it a page again',
  async (name, [type]) => {
    await page.route(address(name), async (route) => {
      const response = await route.fetch();
      const { 'content-disposition': _, ...headers } = response.headers();
      await route.fulfill({ response, headers: { ...headers, 'content-type': type } });
    });
    await page.goto(address(name));
    await page.waitForLoadState('load');
    expect(await page.title()).not.toBe('ran');
    expect(await traces()).toEqual(NONE);
  },
);

it('no page of the site runs a stored script', async () => {
  await expect(panel.addScriptTag({ url: address('there.js') })).rejects.toThrow();
  expect(await traces()).toEqual(NONE);
});

it('pictures and PDFs are shown', async () => {
  for (const name of ['there.png', 'there.svg']) {
    const width = await panel.evaluate(
      (src) =>
        new Promise((resolve) => {
          const image = new Image();
          image.onload = () => resolve(image.naturalWidth > 0);
          image.onerror = () => resolve(false);
          image.src = src;
        }),
      address(name),
    );
    expect([name, width]).toEqual([name, true]);
  }
  await page.goto(address('there.png'));
  expect(await page.locator('img').count()).toBe(1);
  // A Chromium without a viewer saves them.
  if (!(await panel.evaluate(() => navigator.pdfViewerEnabled))) return;
  const viewer = page.waitForEvent('framenavigated', (frame) => frame.url().startsWith('chrome-extension:'));
  await page.goto(address('there.pdf'));
  await viewer;
});

it('the media library refuses such files, and says why', async () => {
  await panel.goto(`${tracker.url}/admin/plugins/upload`);
  await panel.getByRole('button', { name: 'New', exact: true }).waitFor();
  for (const [name, [mimeType, content]] of Object.entries(HOSTILE)) {
    await panel
      .locator('input[type=file]')
      .first()
      .setInputFiles([{ name, mimeType, buffer: Buffer.from(content) }]);
    const ending = path.extname(name);
    await panel.getByText(`“${name}” is not stored: files that end in ${ending} are not accepted.`).waitFor();
  }
  expect(await tracker.strapi.db.query('plugin::upload.file').count()).toBe(0);
  expect(await traces()).toEqual(NONE);
}, 60_000);
