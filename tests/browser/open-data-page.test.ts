import { readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { bootWithPanel, openPanel } from '../support/browser';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { closeResources } from '../support/resources';
import { ROOT, uploadsFolder } from '../support/processes';
import type { Tracker } from '../support/tracker';

const UID = 'api::milestone.milestone';
const SHOTS = path.join(ROOT, '.tmp/screenshots');

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers requests for a file with one that never ends, or that breaks off after its beginning. */
function divert({ strapi }: Tracker, file: string, end: 'never' | 'break'): void {
  const { httpServer } = strapi.server;
  const listeners = httpServer.listeners('request') as Listener[];
  httpServer.removeAllListeners('request');
  httpServer.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url !== `/api/open-data/${file}`) {
      for (const listener of listeners) listener(request, response);
      return;
    }
    response.writeHead(200, { 'Content-Type': 'text/csv', 'X-Total-Rows': '1000' });
    response.write('id\r\n', () => {
      if (end === 'break') setTimeout(() => response.destroy(), 300);
    });
  });
}

describe('the page of open data', () => {
  let tracker: Tracker;
  let browser: Browser;
  let page: Page;
  let saved: string[];
  const problems: string[] = [];

  const watch = (watched: Page) => {
    watched.on('pageerror', (error) => problems.push(error.message));
    watched.on('console', (message) => {
      // The outcome of a request is shown on the page, and tested there.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        problems.push(message.text());
      }
    });
    watched.on('download', (download) => saved.push(download.suggestedFilename()));
  };
  const shot = (name: string) =>
    page.screenshot({ path: path.join(SHOTS, `open-data-${name}.png`), fullPage: true });
  const section = (name: string) => page.getByRole('region', { name });
  const openPage = async () => {
    await page.goto(`${tracker.url}/admin/plugins/accountability/open-data`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const dataset = (title: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
  beforeAll(async () => {
    ({ tracker, browser, page } = await bootWithPanel({ env: { SEED_DEMO: 'true' } }));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    watch(page);
  }, 120_000);
  beforeEach(() => {
    saved = [];
  });
  afterAll(closeResources);

  it('opens from the menu for an editor, with every dataset, its rows and its addresses', async () => {
    await page.goto(`${tracker.url}/admin/`);
    await page.getByRole('link', { name: 'Open data', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Open data' }).waitFor();
    const index = (await (await fetch(`${tracker.url}/api/open-data`)).json()) as {
      datasets: { name: string; labels: { en: string } }[];
    };
    for (const { labels } of index.datasets) await dataset(labels.en).waitFor();
    const head = await fetch(`${tracker.url}/api/open-data/milestones.csv`, { method: 'HEAD' });
    await dataset('Milestones')
      .getByText(`${head.headers.get('x-total-rows')} rows · last change`)
      .waitFor();
    await shot('page');
    await dataset('Milestones').getByRole('button', { name: 'Copy the address: Milestones' }).click();
    await page.getByText('Copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      `${tracker.url}/api/open-data/milestones.csv`,
    );
  }, 90_000);

  it('downloads a dataset in the chosen format, the same bytes as the public address gives', async () => {
    await openPage();
    await dataset('Milestones').getByRole('combobox').click();
    await page.getByRole('option', { name: 'NDJSON' }).click();
    await dataset('Milestones').getByText('/api/open-data/milestones.ndjson').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dataset('Milestones').getByRole('button', { name: 'Download: Milestones' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('milestones.ndjson');
    const expected = await (await fetch(`${tracker.url}/api/open-data/milestones.ndjson`)).text();
    expect(await readFile(await download.path(), 'utf8')).toBe(expected);
    await dataset('Milestones').getByText('Saved: milestones.ndjson').waitFor();
  }, 60_000);

  it('shows the progress of a long one, and saves nothing when it is cancelled', async () => {
    divert(tracker, 'partners.csv', 'never');
    const partners = dataset('Organisations');
    await partners.getByRole('button', { name: 'Download: Organisations' }).click();
    await partners.getByRole('progressbar').waitFor();
    await partners.getByText('4 bytes received · 1,000 rows').waitFor();
    await shot('progress');
    await partners.getByRole('button', { name: 'Cancel the download' }).click();
    await partners.getByText('The download was cancelled. Nothing was saved.').waitFor();
    expect(saved).toEqual([]);
  }, 60_000);

  it('says that a connection broke, and saves no part of the file', async () => {
    divert(tracker, 'themes.csv', 'break');
    const themes = dataset('Themes');
    await themes.getByRole('button', { name: 'Download: Themes' }).click();
    await themes.getByRole('alert').getByText('The connection broke before the end.').waitFor();
    expect(saved).toEqual([]);
  }, 60_000);

  it('says what the server says when it refuses', async () => {
    await page.route('**/api/open-data/comments.csv', (route) =>
      route.fulfill({
        status: 503,
        contentType: 'application/problem+json',
        body: JSON.stringify({ detail: 'Try again in 5 seconds.' }),
      }),
    );
    const comments = dataset('Comments');
    await comments.getByRole('button', { name: 'Download: Comments' }).click();
    await comments.getByRole('alert').getByText('Try again in 5 seconds.').waitFor();
    expect(saved).toEqual([]);
  }, 60_000);

  it('lists what is to be corrected, with the link to the document in the language it lacks', async () => {
    const commitment = await makeCommitment(tracker, { title: 'Whole' });
    const documentId = await makeMilestone(tracker, { title: 'Untranslated', data: { commitment } });
    await tracker.strapi.documents(UID).delete({ documentId, locale: 'en' });
    await openPage();
    const findings = section('Needs correcting');
    await findings.getByRole('button', { name: 'Check' }).click();
    await findings.getByRole('heading', { name: /^Milestones \(\d+\)$/ }).waitFor();
    await findings.getByText('The milestone starts (September 2018) before its commitment does').waitFor();
    await shot('findings');
    const missing = findings
      .getByRole('listitem')
      .filter({ hasText: 'There is no version in this language' });
    await missing.getByRole('link', { name: 'Untranslated ka' }).click();
    await page.waitForURL((url) => url.pathname.endsWith(`${UID}/${documentId}`));
    expect(new URL(page.url()).searchParams.get('plugins[i18n][locale]')).toBe('en');
    await page.locator('input[name=title]').waitFor();
    expect(await page.locator('input[name=title]').inputValue()).toBe('');
  }, 60_000);

  it('offers no release to an editor, who may not make one', async () => {
    await openPage();
    await section('Releases').getByText('There is no release yet.').waitFor();
    expect(await section('Releases').getByRole('button', { name: 'Make a release now' }).count()).toBe(0);
  }, 60_000);

  it('exports the chosen documents as far as they are published, and says how many are not', async () => {
    await makeMilestone(tracker, { title: 'Zebra' });
    await makeMilestone(tracker, { title: 'Secret', published: false });
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/${UID}?pageSize=100&plugins[i18n][locale]=ka`,
    );
    for (const name of [/Zebra ka/, /Secret ka/]) {
      await page.getByRole('row', { name }).getByRole('checkbox').click();
    }
    await page.getByRole('button', { name: 'Export this selection' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 document is exported').waitFor();
    await dialog.getByText('1 chosen document is left out: it is not public.').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('milestones.csv');
    const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('Zebra en');
    await shot('selection');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
  }, 60_000);

  it('says so where more documents are chosen than one export takes', async () => {
    await page.route('**/accountability/open-data/selections', async (route) => {
      const answer = await route.fetch();
      const { data } = (await answer.json()) as { data: { types: object[] } };
      const types = data.types.map((type) => ({ ...type, maxDocuments: 1 }));
      await route.fulfill({ response: answer, json: { data: { ...data, types } } });
    });
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/${UID}?pageSize=100&plugins[i18n][locale]=ka`,
    );
    for (const name of [/Zebra/, /Secret/]) {
      await page.getByRole('row', { name }).getByRole('checkbox').click();
    }
    await page.getByRole('button', { name: 'Export this selection' }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByRole('alert')
      .getByText('2 documents are chosen; one file can be asked for 1 at')
      .waitFor();
    expect(await dialog.getByRole('button', { name: 'Download' }).isDisabled()).toBe(true);
    await page.unroute('**/accountability/open-data/selections');
  }, 60_000);

  it('exports what the filters of a list give, and says what an export cannot be narrowed by', async () => {
    const list = `${tracker.url}/admin/content-manager/collection-types/${UID}?pageSize=100`;
    await page.goto(`${list}&plugins[i18n][locale]=en&filters[$and][0][title][$contains]=Zebra`);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('1 document is exported').waitFor();
    await dialog.getByRole('combobox').click();
    await page.getByRole('option', { name: 'JSON' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Download' }).click(),
    ]);
    const file = JSON.parse(await readFile(await download.path(), 'utf8')) as { count: number };
    expect(file.count).toBe(1);
    await page.goto(`${list}&_q=Zebra`);
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await dialog.getByRole('alert').getByText('An export cannot be filtered by: search.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Download' }).isDisabled()).toBe(true);
  }, 60_000);

  it('is in Georgian', async () => {
    await page.evaluate(() => window.localStorage.setItem('strapi-admin-language', 'ka'));
    await openPage();
    await page.getByRole('heading', { level: 1, name: 'ღია მონაცემები' }).waitFor();
    await section('გასასწორებელი').getByRole('button', { name: 'შემოწმება' }).click();
    await page.getByText('ეტაპი უფრო ადრე იწყება (სექტემბერი 2018), ვიდრე ვალდებულება').waitFor();
    await dataset('ეტაპები')
      .getByText(/ბოლო ცვლილება: \d+ [ა-ჰ]+, \d{4}, \d\d:\d\d/)
      .waitFor();
    await shot('georgian');
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/${UID}?pageSize=100&plugins[i18n][locale]=ka`,
    );
    await page.getByRole('button', { name: 'ექსპორტი', exact: true }).click();
    await page.getByRole('dialog').getByText('ექსპორტში შევა').waitFor();
    await shot('georgian-list');
  }, 60_000);

  it('makes a release for an administrator, reports it, and serves its file', async () => {
    const kept: string[] = [];
    await page.close();
    page = await openPanel(tracker, browser, ['strapi-super-admin']);
    watch(page);
    await openPage();
    const releases = section('Releases');
    try {
      await releases.getByRole('button', { name: 'Make a release now' }).click();
      await releases.getByText(/^Release .+ has been made\.$/).waitFor();
      const rows = (await tracker.strapi.db
        .query('plugin::accountability.release' as never)
        .findMany({})) as { version: string; sha256: string; file: { hash: string } }[];
      kept.push(...rows.map(({ file }) => file.hash));
      const [{ version, sha256 }] = rows as [(typeof rows)[0]];
      await releases.getByText(`SHA-256 ${sha256}`).waitFor();
      await shot('releases');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        releases.getByRole('button', { name: `Download: ${version}` }).click(),
      ]);
      expect(download.suggestedFilename()).toContain(version);
      const published = await fetch(`${tracker.url}/api/open-data/releases/${version}.zip`);
      expect((await readFile(await download.path())).equals(Buffer.from(await published.arrayBuffer()))).toBe(
        true,
      );
      await releases.getByRole('button', { name: 'Make a release now' }).click();
      await releases.getByText(`Nothing has changed since release ${version}`).waitFor();
    } finally {
      for (const hash of kept) await rm(path.join(uploadsFolder(), `${hash}.zip`), { force: true });
    }
  }, 90_000);

  it('is not there for a moderator', async () => {
    await page.close();
    page = await openPanel(tracker, browser, ['tracker-moderator']);
    watch(page);
    await page.goto(`${tracker.url}/admin/`);
    await page.getByRole('link', { name: 'Content Manager' }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Open data', exact: true }).count()).toBe(0);
    await page.goto(`${tracker.url}/admin/plugins/accountability/open-data`);
    await page.getByText("You don't have the permissions to access that content").waitFor();
  }, 60_000);

  it('leaves no error in the browser', () => {
    expect(problems).toEqual([]);
  });
});
