import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { overflowOf, violationsOf } from '../support/accessibility';
import { bootWithPanel, openPanel } from '../support/browser';
import { ImportPage } from '../support/import-page';
import { csv } from '../support/imports';
import { walkOptions } from '../support/keyboard';
import { closeResources } from '../support/resources';
import { STRAPIS_OWN, watchPage } from '../support/page-watch';
import { ROOT } from '../support/processes';
import type { Tracker } from '../support/tracker';

const NAME = 'Promises';

describe('an editor whose spreadsheet says less, and in other words', () => {
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
  const choose = async (name: string, ...rows: string[][]) => {
    const file = path.join(folder, name);
    await writeFile(file, csv(['No', 'Promise', 'How far'], ...rows));
    await page.setInputFiles('input[type=file]', file);
    await page.getByRole('heading', { level: 3, name: new RegExp(`^${name}`) }).waitFor();
  };
  const select = (name: string) => page.getByRole('combobox', { name, exact: true });
  const has = (name: string, text: string) => select(name).filter({ hasText: text }).waitFor();
  const faults = async () => {
    await page.mouse.move(700, 5);
    return violationsOf(page);
  };
  const commitments = async () => {
    const { body } = await tracker.request.get('/api/commitments?locale=en&sort=code').expect(200);
    return (body as { data: readonly object[] }).data;
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'import-mapping-'));
    ({ tracker, browser, page } = await bootWithPanel());
    watchPage(page, problems, { tolerated: STRAPIS_OWN });
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

  it('says with the keyboard what a word of the file means', async () => {
    await choose('first.csv', ['1', 'Open budget', 'Up and running'], ['2', 'Open courts', 'Completed']);
    await imports.select('Mapping', 'Any spreadsheet');
    await imports.select('Content of first.csv', 'Commitments');
    await imports.select('Field of “Promise”', 'Title');
    await imports.select('Field of “How far”', 'Implementation status');
    await page.getByText('Words in “How far”: 1 is not known', { exact: true }).waitFor();
    await has('Meaning of “Completed” in “How far”', 'Known as “Completed”');
    await select('Meaning of “Up and running” in “How far”').focus();
    await walkOptions(
      page,
      'Not known, so it is refused',
      ['ArrowDown', 'Not started'],
      ['ArrowDown', 'In progress'],
    );
    await has('Meaning of “Up and running” in “How far”', 'In progress');
    await page.getByText('Words in “How far”: all are known', { exact: true }).waitFor();
  }, 60_000);

  it('gives every row values, of any field and in a language, and takes them back', async () => {
    await page.getByRole('textbox', { name: /^“Action plan/ }).fill('GE-2030');
    for (const field of ['Problem', 'Description']) {
      await imports.select('Add a value for every row', field);
      await page.getByRole('textbox', { name: `“${field}” of every row` }).fill(`The same ${field}`);
      await imports.select(`Language of “${field}” of every row`, 'English');
    }
    await imports.select('Add a value for every row', 'Assessment');
    await imports.select('“Assessment” of every row', 'Mostly implemented');
    await page.getByRole('button', { name: 'Remove “Assessment” of every row' }).click();
    await select('“Assessment” of every row').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Remove “Description” of every row' }).click();
    expect(await page.getByRole('button', { name: 'Remove “Action plan” of every row' }).count()).toBe(0);
  }, 60_000);

  it('chooses what documents are found by, and imports', async () => {
    await has('How documents are found again', 'As usual: Action plan, Code');
    await imports.select('How documents are found again', 'Action plan, Title');
    await imports.select('Language', 'English');
    await imports.check('checked');
    await shot('details');
    expect(await faults()).toEqual([]);
    await page.getByRole('textbox', { name: 'Name of the mapping' }).fill(NAME);
    await imports.button('match.save').click();
    await page.getByText(/^Saved by /).waitFor();
    const [saved] = await tracker.strapi.db.query('plugin::accountability.saved-mapping').findMany({});
    expect((saved as { tables: unknown }).tables).toEqual([
      {
        holds: 'commitments',
        key: ['actionPlan', 'title'],
        columns: [
          { from: 'No', to: 'code' },
          { from: 'Promise', to: 'title' },
          { from: 'How far', to: 'state(implementation)', values: { 'Up and running': 'in-progress' } },
          { constant: 'GE-2030', to: 'actionPlan.code|title' },
          { constant: 'The same Problem', to: 'problem', locale: 'en' },
        ],
      },
    ]);
    await imports.check('checked');
    await imports.button('import').click();
    await imports.expectOutcome('done');
    expect(await commitments()).toMatchObject([
      { code: '1', title: 'Open budget', problem: 'The same Problem', implementationStatus: 'in-progress' },
      { code: '2', title: 'Open courts', problem: 'The same Problem', implementationStatus: 'completed' },
    ]);
  }, 90_000);

  it('meets all of it again in the next file, whose rows are found by their titles', async () => {
    await choose('second.csv', ['1a', 'Open budget', 'up and running']);
    await has('Mapping', NAME);
    await has('Meaning of “up and running” in “How far”', 'In progress');
    await has('How documents are found again', 'Action plan, Title');
    expect(await page.getByRole('textbox', { name: '“Problem” of every row' }).inputValue()).toBe(
      'The same Problem',
    );
    await has('Language of “Problem” of every row', 'English');
    await imports.select('Language', 'English');
    await imports.check('checked');
    await imports.button('import').click();
    await imports.expectOutcome('done');
    expect(await commitments()).toMatchObject([
      { code: '1a', title: 'Open budget' },
      { code: '2', title: 'Open courts' },
    ]);
    expect(problems).toEqual([]);
  }, 60_000);

  it.each(['ka', 'es', 'fr', 'ar'])(
    'sees it in %s',
    async (language) => {
      page = await openPanel(tracker, browser, ['strapi-editor'], language);
      imports = new ImportPage(page, tracker.url, language);
      await imports.open();
      await choose('third.csv', ['1', 'Open budget', 'Up and running'], ['2', 'Open courts', 'Somewhere']);
      await has(imports.words('mapping'), NAME);
      await page.getByText(imports.words('match.key'), { exact: true }).first().waitFor();
      await page.getByText(imports.words('match.constant.add'), { exact: true }).first().waitFor();
      expect(await page.locator('details[open]').count()).toBe(1);
      await shot(`details-${language}`);
      expect(await overflowOf(page)).toBe(0);
      expect(await faults()).toEqual([]);
    },
    60_000,
  );
});
