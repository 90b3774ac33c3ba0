import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import {
  colourViolationsOf,
  overflowOf,
  settledColours,
  unreachableScrollers,
  violationsOf,
} from '../support/accessibility';
import { adminToken } from '../support/accounts';
import { bootWithPanel, openPanel } from '../support/browser';
import { FAULTS, ImportPage, CORRECTED, placeOf, WITH_FAULTS } from '../support/import-page';
import { panelImports, rowCounts } from '../support/imports';
import { walkOptions } from '../support/keyboard';
import { closeResources } from '../support/resources';
import { STRAPIS_OWN, watchPage } from '../support/page-watch';
import { ROOT } from '../support/processes';
import type { Tracker } from '../support/tracker';

describe('an editor who imports a spreadsheet', () => {
  let tracker: Tracker;
  let browser: Browser;
  let page: Page;
  let imports: ImportPage;
  let before: Record<string, number>;
  const problems: string[] = [];

  const shot = (name: string) =>
    page.screenshot({ path: path.join(ROOT, '.tmp/screenshots', `imports-${name}.png`) });
  const titles = async (): Promise<string[]> => {
    const { body } = await tracker.request
      .get('/api/commitments?locale=en&sort=code&filters[actionPlan][code]=GE-2030')
      .expect(200);
    return (body as { data: { title: string }[] }).data.map(({ title }) => title);
  };
  /** Strapi makes buttons pale under the mouse. */
  const faults = async () => {
    await page.mouse.move(700, 5);
    await settledColours(page);
    return violationsOf(page);
  };
  const narrow = async (width: number) => page.setViewportSize({ width, height: 900 });

  beforeAll(async () => {
    const opened = await bootWithPanel();
    ({ tracker, browser, page } = opened);
    watchPage(page, problems, { tolerated: STRAPIS_OWN });
    const plans = tracker.strapi.documents('api::action-plan.action-plan');
    const { documentId } = await plans.create({
      locale: 'en',
      data: { code: 'GE-2030', title: 'Plan' } as never,
    });
    await plans.publish({ documentId, locale: '*' } as never);
    before = await rowCounts(tracker);
    imports = new ImportPage(page, tracker.url);
  }, 120_000);
  afterAll(closeResources);

  it('finds the page in the menu, and nothing imported yet', async () => {
    await page.goto(`${tracker.url}/admin/`);
    await page.getByRole('link', { name: 'Import', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
    await page.getByText(imports.words('list.none')).waitFor();
    // Without the name of the link that Strapi shows beside it, and keeps where the page changes meanwhile.
    await imports.open();
    await shot('empty');
    expect(await faults()).toEqual([]);
  }, 60_000);

  it('sees what is in the file, and chooses its sheet', async () => {
    await imports.choose(WITH_FAULTS);
    await page.getByText('Read as: Commitments, Organisations. The header is in row 1.').waitFor();
    await page.getByText('The chosen mapping does not read this.').waitFor();
    await imports.select('Language', 'English');
    await imports.select('Sheet', 'Commitments');
    await page.getByText('The chosen mapping does not read this.').waitFor({ state: 'detached' });
    await page.getByRole('region', { name: /^First rows/ }).waitFor();
    await shot('file');
    expect(await faults()).toEqual([]);
  }, 60_000);

  it('is shown each fault by row and column, and nothing goes in', async () => {
    await imports.check('refused');
    await shot('faults');
    const errors = await imports.errors();
    const found = errors.map(({ place }) => placeOf(place));
    expect(found).toEqual(FAULTS);
    expect(errors.every(({ message }) => message.length > 20)).toBe(true);
    expect(await imports.button('import').isDisabled()).toBe(true);
    expect(await faults()).toEqual([]);
    expect(await rowCounts(tracker)).toEqual(before);
  }, 60_000);

  it('can work in a narrow window, in the dark, and with the keyboard alone', async () => {
    await narrow(320);
    await shot('narrow');
    expect(await overflowOf(page)).toBe(0);
    expect(await unreachableScrollers(page)).toEqual([]);
    await narrow(1400);
    await page.getByRole('combobox', { name: 'Which problems' }).focus();
    await walkOptions(page, 'Errors and warnings', ['End', 'Warnings only']);
    await page.getByText('Error', { exact: true }).first().waitFor({ state: 'detached' });
    await page.emulateMedia({ colorScheme: 'dark' });
    await settledColours(page);
    await shot('dark');
    expect(await colourViolationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
  }, 60_000);

  it('imports the corrected file, downloads its report, and the public sees it', async () => {
    await imports.choose(CORRECTED);
    await imports.select('Sheet', 'Commitments');
    await imports.select('Language', 'English');
    await imports.check('checked');
    await page.getByRole('list', { name: 'Records concerned' }).getByRole('listitem').nth(9).waitFor();
    await shot('checked');
    await imports.button('import').click();
    await imports.expectOutcome('done');
    await shot('done');
    expect(await faults()).toEqual([]);
    expect(await titles()).toEqual([
      'Open budget',
      'Public registers',
      'Access to information',
      'Whistleblowers',
      'Open courts',
      'Open contracts',
      'Open parliament',
      'Citizens’ portal',
      'Asset declarations',
    ]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the report: this import' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^import-.*\.csv$/);
    const report = await readFile(await download.path(), 'utf8');
    expect(report).toContain(CORRECTED);
  }, 90_000);

  it('undoes the import, and everything is as before', async () => {
    await page.getByRole('button', { name: 'Undo: this import' }).click();
    await page.getByRole('dialog', { name: 'Undo this import?' }).waitFor();
    await shot('undo');
    expect(await faults()).toEqual([]);
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByText('Undone', { exact: true }).waitFor();
    await shot('undone');
    expect(await titles()).toEqual([]);
    const after = await rowCounts(tracker);
    const changes = 'accountability_changes';
    expect({ ...after, [changes]: 0 }).toEqual({ ...before, [changes]: 0 });
    expect(problems).toEqual([]);
  }, 60_000);

  it('who may not import finds no page, and is refused by the server', async () => {
    page = await openPanel(tracker, browser, ['strapi-author']);
    expect(await page.getByRole('link', { name: 'Import', exact: true }).count()).toBe(0);
    await page.goto(`${tracker.url}/admin/plugins/accountability/imports`);
    await page.getByText("You don't have the permissions to access that content").waitFor();
    expect(await page.getByRole('button', { name: 'Choose files' }).count()).toBe(0);
    const author = panelImports(tracker, await adminToken(tracker, ['strapi-author']));
    const content = await readFile(path.join(ROOT, 'tests/browser/fixtures', CORRECTED));
    expect((await author.upload({ name: CORRECTED, content })).status).toBe(403);
    expect((await author.get('/imports')).status).toBe(403);
  }, 60_000);
});
