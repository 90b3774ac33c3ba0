import type { Browser, Page } from 'playwright-core';
import { bootWithPanel } from '../support/browser';
import { parseCsv } from '../support/csv';
import { jsonRequest } from '../support/json-request';
import { closeResources } from '../support/resources';
import type { Tracker } from '../support/tracker';

const TITLE = 'ღია მონაცემები ქუთაისში, რედაქტორის სიტყვებით';

describe('an editor in the admin panel', () => {
  let tracker: Tracker;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    ({ tracker, browser, page } = await bootWithPanel({ env: { SEED_DEMO: 'true' } }));
    page.on('pageerror', (error) => problems.push(error.message));
  }, 120_000);
  afterAll(closeResources);

  it('finds the content types an editor needs, and no comments', async () => {
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/api::commitment.commitment?plugins[i18n][locale]=ka`,
    );
    const menu = page.getByRole('navigation', { name: 'Content Manager' });
    for (const name of [
      'Action plans',
      'Commitments',
      'Milestones',
      'Organisations',
      'Progress reports',
      'Themes',
    ]) {
      await menu.getByRole('link', { name, exact: true }).waitFor();
    }
    expect(await menu.getByRole('link', { name: 'Comments', exact: true }).count()).toBe(0);
    await page.locator('tbody tr').first().waitFor();
    const headings = (await page.locator('thead th').allInnerTexts()).map((text) =>
      text.trim().toLowerCase(),
    );
    expect(headings).toEqual(
      expect.arrayContaining(['code', 'title', 'status', 'lead agencies', 'end', 'updated', 'publication']),
    );
  }, 60_000);

  it('edits the Georgian title, publishes, and sees it in the API and the CSV', async () => {
    await page.locator('tbody tr').first().click();
    const title = page.locator('input[name=title]');
    await title.waitFor();
    await page.getByText('As in the action plan, spelling included.').waitFor();
    await title.fill(TITLE);
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published document').first().waitFor();

    const { body } = await jsonRequest<{ data: { title: string }[] }>(`${tracker.url}/api/commitments`);
    expect(body.data.map((one) => one.title)).toEqual([TITLE]);
    const csv = await fetch(`${tracker.url}/api/open-data/commitments.csv`);
    expect(parseCsv(await csv.text())[0]!.title_ka).toBe(TITLE);
  }, 60_000);

  it('is shown in the form what cannot be saved', async () => {
    const slug = page.locator('input[name=slug]');
    await slug.fill('another-address');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('The slug is part of public addresses').first().waitFor();
    const { body } = await jsonRequest<{ data: { slug: string }[] }>(`${tracker.url}/api/commitments`);
    expect(body.data[0]!.slug).toBe('open-data-kutaisi');
    expect(problems).toEqual([]);
  }, 60_000);

  it('offers Georgian, and is then displayed in it: menu, headings, labels and hints', async () => {
    const georgian = await (
      await browser.newContext({ storageState: await page.context().storageState() })
    ).newPage();
    await georgian.goto(`${tracker.url}/admin/me`);
    await georgian.getByRole('combobox', { name: 'Interface language' }).click();
    await georgian.getByRole('option', { name: 'ქართული' }).click();
    await georgian.getByRole('button', { name: 'Save', exact: true }).click();
    await georgian.waitForFunction(() => document.documentElement.lang === 'ka');

    await georgian.goto(
      `${tracker.url}/admin/content-manager/collection-types/api::commitment.commitment?plugins[i18n][locale]=ka`,
    );
    await georgian.getByRole('heading', { name: 'ვალდებულებები', exact: true }).waitFor();
    await georgian.getByRole('link', { name: 'სამოქმედო გეგმები', exact: true }).waitFor();
    await georgian.locator('tbody tr').first().click();
    await georgian.getByText('მოსალოდნელი შედეგი', { exact: true }).first().waitFor();
    await georgian.getByText('ისე, როგორც სამოქმედო გეგმაშია, მართლწერის ჩათვლით.').waitFor();
    await georgian.getByLabel('სახელწოდება').first().waitFor();
    await georgian.getByRole('button', { name: 'გამოქვეყნება', exact: true }).waitFor();
  }, 90_000);
});
