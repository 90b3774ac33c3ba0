import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { colourViolationsOf, overflowOf, unreachableScrollers, violationsOf } from '../support/accessibility';
import { bootWithPanel, openPanel } from '../support/browser';
import { ImportPage } from '../support/import-page';
import { csv } from '../support/imports';
import { walkOptions } from '../support/keyboard';
import { closeResources } from '../support/resources';
import { STRAPIS_OWN, watchPage, type Tolerated } from '../support/page-watch';
import { ROOT } from '../support/processes';
import type { Tracker } from '../support/tracker';

const HEADERS = ['No', 'Promise', 'Who is in charge', 'Until', 'Remark'];

const REFUSED: readonly Tolerated[] = [
  {
    text: /the server responded with a status of 400/,
    from: /\/accountability\/imports$/,
    because: 'a match without a required field is refused, which the page reports',
  },
  {
    text: /the server responded with a status of 409/,
    from: /\/accountability\/import-mappings\/saved$/,
    because: 'so is the name of a declared mapping',
  },
];

describe('an editor whose spreadsheet has words of its own', () => {
  let tracker: Tracker;
  let browser: Browser;
  let page: Page;
  let imports: ImportPage;
  let folder: string;
  const problems: string[] = [];

  const shot = (name: string) =>
    page.screenshot({
      path: path.join(ROOT, '.tmp/screenshots', `import-mapping-${name}.png`),
      fullPage: true,
    });
  /** Chooses a file with these rows below the headers. */
  const choose = async (name: string, ...rows: string[][]) => {
    const file = path.join(folder, name);
    await writeFile(file, csv(HEADERS, ...rows));
    await page.setInputFiles('input[type=file]', file);
    await page.getByRole('heading', { level: 3, name: new RegExp(`^${name}`) }).waitFor();
  };
  const field = (column: string) => page.getByRole('combobox', { name: `Field of “${column}”`, exact: true });
  const is = (select: Locator, text: string) => select.filter({ hasText: new RegExp(`^${text}$`) }).waitFor();
  const faults = async () => {
    await page.mouse.move(700, 5);
    return violationsOf(page);
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'import-mapping-'));
    ({ tracker, browser, page } = await bootWithPanel());
    watchPage(page, problems, { tolerated: [...STRAPIS_OWN, ...REFUSED] });
    const plans = tracker.strapi.documents('api::action-plan.action-plan');
    const plan = { code: 'GE-2030', title: 'Plan' };
    const { documentId } = await plans.create({ locale: 'ka', data: plan as never });
    await plans.update({ documentId, locale: 'en', data: plan as never });
    await plans.publish({ documentId, locale: '*' } as never);
    imports = new ImportPage(page, tracker.url);
    await imports.open();
  }, 120_000);
  afterAll(async () => {
    await closeResources();
    await rm(folder, { recursive: true, force: true });
  });

  it('sees what was recognised, and what was not', async () => {
    await choose('promises.csv', ['1', 'Open budget', 'Ministry A/Ministry B', '05/06/2031', 'x']);
    await imports.select('Mapping', 'Any spreadsheet');
    await imports.select('Content of promises.csv', 'Commitments');
    await is(field('No'), 'Code');
    await is(field('Promise'), 'Left out');
    await page.getByText('Not recognised').first().waitFor();
    await shot('proposed');
    expect(await faults()).toEqual([]);
  }, 60_000);

  it('is shown which field is still missing', async () => {
    await imports.button('check').click();
    await page.getByRole('alert').filter({ hasText: 'Title' }).waitFor();
  }, 60_000);

  it('corrects it with the keyboard, and checks with the corrections', async () => {
    await field('Promise').focus();
    await walkOptions(page, 'Left out', ['ArrowDown', 'Code'], ['ArrowDown', 'Title']);
    await is(field('Promise'), 'Title');
    await imports.select('Language of “Promise”', 'English');
    await imports.select('Field of “Who is in charge”', 'Lead agencies');
    await imports.select('Separator of items in “Who is in charge”', 'Slash');
    await imports.select('Field of “Until”', 'End date');
    await imports.select('Dates such as 05/06/2024', 'Day, month, year');
    await page.getByRole('textbox', { name: /^“Action plan/ }).fill('GE-2030');
    await imports.select('Language', 'English');
    await imports.check('checked');
    await shot('corrected');
    expect(await faults()).toEqual([]);
    await page.getByText('No errors').waitFor();
  }, 60_000);

  it('saves the match, and another file is read with it without a word', async () => {
    await page.getByRole('textbox', { name: 'Name of the mapping' }).fill('native');
    await imports.button('match.save').click();
    await page.getByRole('alert').filter({ hasText: 'Choose another name' }).waitFor();
    await page.getByRole('textbox', { name: 'Name of the mapping' }).fill('ჩვენი ცხრილი');
    await imports.button('match.save').click();
    await page.getByText(/^Saved by /).waitFor();
    await is(page.getByRole('combobox', { name: 'Mapping', exact: true }), 'ჩვენი ცხრილი');
    await shot('saved');
    expect(await faults()).toEqual([]);

    await choose(
      'next year.csv',
      ['1', 'Open budget', 'Ministry A/Ministry B', '05/06/2031', 'x'],
      ['2', 'Open courts', 'Ministry A', '07/06/2031', ''],
    );
    await is(page.getByRole('combobox', { name: 'Mapping', exact: true }), 'ჩვენი ცხრილი');
    await is(field('Promise'), 'Title');
    await imports.check('checked');
    await imports.button('import').click();
    await imports.expectOutcome('done');
    const { body } = await tracker.request.get('/api/commitments?locale=en&sort=code&populate=*').expect(200);
    expect(body.data).toMatchObject([
      {
        code: '1',
        title: 'Open budget',
        timeframe: { endDate: '2031-06-05' },
        actionPlan: { code: 'GE-2030' },
        leadAgencies: [{ name: 'Ministry A' }, { name: 'Ministry B' }],
      },
      { code: '2', title: 'Open courts' },
    ]);
  }, 90_000);

  it('changes the saved mapping and deletes it', async () => {
    // Of files that were imported there is nothing left to be matched.
    await page
      .getByRole('heading', { level: 3, name: imports.words('match.title') })
      .waitFor({ state: 'detached' });
    await choose('third year.csv', ['3', 'Open registers', 'Ministry B', '08/06/2031', 'x']);
    await imports.select('Field of “Remark”', 'Description');
    const changing = page.waitForResponse((response) => response.request().method() === 'PUT');
    await imports.button('match.change').click();
    expect((await changing).status()).toBe(200);
    // The notice of the first saving may still be there.
    await page.getByText('The mapping “ჩვენი ცხრილი” was saved.').last().waitFor();
    // Strapi's notices, whose buttons are small, go by themselves.
    await page.waitForFunction(() => document.querySelector('[data-sonner-toast]') === null);
    const [saved] = await tracker.strapi.db.query('plugin::accountability.saved-mapping').findMany({});
    expect(saved).toMatchObject({ version: 2 });
    expect(JSON.stringify(saved)).toContain('"from":"Remark"');
    await imports.button('match.delete').click();
    const dialog = page.getByRole('dialog', { name: 'Delete the mapping “ჩვენი ცხრილი”?' });
    // It fades in.
    await dialog.evaluate((element) =>
      Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished)),
    );
    expect(await faults()).toEqual([]);
    await dialog.getByRole('button', { name: 'Delete mapping' }).click();
    await page.getByText('The mapping “ჩვენი ცხრილი” was deleted.').waitFor();
    expect(await tracker.strapi.db.query('plugin::accountability.saved-mapping').count()).toBe(0);
  }, 60_000);

  it('has room in a narrow window, and colours in the dark', async () => {
    await page.setViewportSize({ width: 320, height: 900 });
    await imports.select('Content of third year.csv', 'Commitments');
    await page.getByRole('region', { name: 'Columns of third year.csv' }).waitFor();
    await shot('narrow');
    expect(await overflowOf(page)).toBe(0);
    expect(await unreachableScrollers(page)).toEqual([]);
    await page.setViewportSize({ width: 1400, height: 1000 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await colourViolationsOf(page)).toEqual([]);
    expect(problems).toEqual([]);
  }, 60_000);

  it('reads from right to left in Arabic', async () => {
    page = await openPanel(tracker, browser, ['strapi-editor'], 'ar');
    imports = new ImportPage(page, tracker.url, 'ar');
    await imports.open();
    await choose('commitments.csv', ['1', 'Open budget', 'Ministry A', '2031', '']);
    await imports.select(imports.words('mapping'), 'أي جدول بيانات');
    await page.getByRole('heading', { level: 3, name: imports.words('match.title') }).waitFor();
    await shot('arabic');
    const direction = await page
      .getByRole('region', { name: imports.words('match.title') })
      .evaluate((element) => getComputedStyle(element).direction);
    expect(direction).toBe('rtl');
    expect(await overflowOf(page)).toBe(0);
    expect(await faults()).toEqual([]);
  }, 60_000);
});
