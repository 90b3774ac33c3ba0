import path from 'node:path';
import type { Page } from 'playwright-core';
import { bootWithPanel } from '../support/browser';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import type { Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';
const PARTNER = 'api::partner.partner';
const SHOTS = path.join(ROOT, '.tmp/screenshots');

interface Words {
  language: 'en' | 'ka';
  startPrecision: string;
  precisions: string[];
  kindField: string;
  localGovernment: string;
  donorProgramme: string;
  filters: string;
  selectField: string;
  addFilter: string;
  is: string;
  oneFound: string;
}

const WORDS: Words[] = [
  {
    language: 'en',
    startPrecision: 'Start precision',
    precisions: ['Day', 'Month', 'Season', 'Quarter', 'Year', 'Not specified'],
    kindField: 'Kind',
    localGovernment: 'Local self-government body',
    donorProgramme: 'Donor programme',
    filters: 'Filters',
    selectField: 'Select field',
    addFilter: 'Add filter',
    is: 'is',
    oneFound: '1 entry found',
  },
  {
    language: 'ka',
    startPrecision: 'დაწყების სიზუსტე',
    precisions: ['დღე', 'თვე', 'სეზონი', 'კვარტალი', 'წელი', 'არ არის მითითებული'],
    kindField: 'ტიპი',
    localGovernment: 'ადგილობრივი თვითმმართველობა',
    donorProgramme: 'დონორის პროგრამა',
    filters: 'ფილტრები',
    selectField: 'აირჩიეთ ველი',
    addFilter: 'ფილტრის დამატება',
    is: 'არის',
    oneFound: 'ნაპოვნია 1 ჩანაწერი',
  },
];

describe.each(WORDS)('the values of enumerations in $language', (words) => {
  let tracker: Tracker;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    ({ tracker, page } = await bootWithPanel({ env: { SEED_DEMO: 'true' } }));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.evaluate(
      (language) => window.localStorage.setItem('strapi-admin-language', language),
      words.language,
    );
  }, 120_000);
  afterAll(closeResources);

  const shot = (name: string) => page.screenshot({ path: path.join(SHOTS, `${name}-${words.language}.png`) });
  const list = async (uid: string) => {
    await page.goto(`${tracker.url}/admin/content-manager/collection-types/${uid}?plugins[i18n][locale]=ka`);
    await page.locator('tbody tr').first().waitFor();
  };

  it('are words in a form, in a component too', async () => {
    const { documentId } = await tracker.strapi.db
      .query(MILESTONE)
      .findOne({ where: { code: '2.2.1' }, select: ['documentId'] });
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/${MILESTONE}/${documentId}?plugins[i18n][locale]=ka`,
    );
    const precision = page.getByRole('combobox', { name: words.startPrecision });
    await precision.waitFor();
    expect(await precision.innerText()).toContain(words.precisions[1]);
    await precision.click();
    await page.getByRole('option', { name: words.precisions[0] }).waitFor();
    const offered = await page.getByRole('option').allInnerTexts();
    expect(offered.slice(-words.precisions.length)).toEqual(words.precisions);
    await shot('options-form');
    await page.keyboard.press('Escape');

    await list(PARTNER);
    await page.getByRole('row', { name: 'USAID' }).click();
    const kind = page.getByRole('combobox', { name: words.kindField });
    await kind.waitFor();
    expect(await kind.innerText()).toContain(words.donorProgramme);
  }, 90_000);

  it('are words in a list, in its filters and in a filter that is set', async () => {
    await list(PARTNER);
    expect(await page.locator('tbody').getByText(words.localGovernment).count()).toBe(2);
    await page.getByRole('button', { name: words.filters, exact: true }).click();
    await page.getByRole('combobox', { name: words.selectField }).click();
    await page.getByRole('option', { name: words.kindField, exact: true }).click();
    await page.getByRole('combobox', { name: words.kindField }).click();
    await shot('options-filter');
    await page.getByRole('option', { name: words.localGovernment }).waitFor();
    await page.getByRole('option', { name: words.donorProgramme }).click();
    await page.getByRole('button', { name: words.addFilter }).click();
    await page.getByText(`${words.kindField} ${words.is} ${words.donorProgramme}`).waitFor();
    await page.getByText(words.oneFound).waitFor();
    expect(await page.locator('tbody tr').count()).toBe(1);
    await shot('options-filtered');
    expect(problems).toEqual([]);
  }, 90_000);
});
