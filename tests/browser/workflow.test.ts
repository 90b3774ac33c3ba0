import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPanel } from '../support/browser';
import { jsonRequest } from '../support/json-request';
import { makeMilestone } from '../support/milestones';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const UID = 'api::milestone.milestone';
const SHOTS = path.join(ROOT, '.tmp/screenshots');

interface Answer {
  data: { implementationStatus: string; assessment: string | null };
}

describe('an editor moves a milestone in the panel', () => {
  let tracker: Tracker;
  let browser: Browser;
  let page: Page;
  let documentId: string;
  const problems: string[] = [];

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    documentId = await makeMilestone(tracker, {
      title: 'Portal',
      data: { timeframe: { endDate: '2019-10-01', endPrecision: 'month' } },
    });
    browser = await launchBrowser();
    page = await openPanel(tracker, browser, ['strapi-editor']);
    page.on('pageerror', (error) => problems.push(error.message));
  }, 120_000);
  afterAll(closeResources);

  const shot = (name: string) => page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
  const panel = () => page.getByRole('region', { name: 'Implementation' });
  const dialog = () => page.getByRole('dialog');
  const publicStatus = async () => {
    const { body } = await jsonRequest<Answer>(`${tracker.url}/api/milestones/${documentId}?locale=en`);
    return [body.data.implementationStatus, body.data.assessment];
  };

  it('sees what is late on the home page, and the way there', async () => {
    await page.goto(`${tracker.url}/admin/`);
    await page.getByRole('link', { name: 'Portal ka' }).first().waitFor();
    await page.getByText('Nothing awaits a decision.').waitFor();
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings.slice(0, 3)).toEqual(['Overdue', 'Awaiting review', 'Latest changes of status']);
    await shot('home');
    await page.getByRole('link', { name: 'Portal ka' }).first().click();
    await panel().getByText('Not started').waitFor();
    await panel().getByText('Overdue').waitFor();
    await shot('panel');
  }, 60_000);

  it('cannot move it over changes that are not saved, and is shown why', async () => {
    const title = page.locator('input[name=title]');
    await title.fill('Portal ka, changed');
    await page.getByText('Save or discard your changes first').waitFor();
    expect(await panel().getByRole('button', { name: 'Start', exact: true }).isDisabled()).toBe(true);
    await title.fill('Portal ka');
    await page.getByText('Save or discard your changes first').waitFor({ state: 'detached' });
  }, 60_000);

  it('starts it, and the public reads so', async () => {
    await panel().getByRole('button', { name: 'Start', exact: true }).click();
    await dialog().getByRole('button', { name: 'Start', exact: true }).click();
    await panel().getByText('In progress').waitFor();
    expect(await publicStatus()).toEqual(['in-progress', null]);
  }, 60_000);

  it('is refused completing it without what completing needs, with a message at each field', async () => {
    await panel().getByRole('button', { name: 'Complete', exact: true }).click();
    await dialog().getByRole('button', { name: 'Complete', exact: true }).click();
    await dialog().getByText('The move cannot be made yet.').waitFor();
    expect(await dialog().getByText('Fill in this field.').count()).toBe(2);
    await shot('refused');
    expect(await publicStatus()).toEqual(['in-progress', null]);
  }, 60_000);

  it('completes it, and history, API and export agree', async () => {
    await dialog().getByRole('combobox').first().click();
    await page.getByRole('option', { name: 'Fully implemented' }).click();
    await dialog().getByLabel('Result (ka)').fill('პორტალი მუშაობს');
    await dialog().getByLabel('Result (en)').fill('The portal runs');
    await dialog().getByRole('button', { name: 'Complete', exact: true }).click();
    await panel().getByText('Completed').waitFor();
    await panel().getByRole('button', { name: 'History (2)' }).click();
    await shot('history');
    expect(await publicStatus()).toEqual(['completed', 'fully-implemented']);
    const history = await jsonRequest<{ data: { to: { code: string } }[] }>(
      `${tracker.url}/api/milestones/${documentId}/status-history`,
    );
    expect(history.body.data.map(({ to }) => to.code)).toEqual(['completed', 'in-progress']);
    const rows = await fetch(
      `${tracker.url}/api/open-data/milestones.ndjson?locale=en&filters[id][$eq]=${documentId}`,
    );
    expect(JSON.parse(await rows.text())).toMatchObject({
      implementation_status: 'completed',
      result: 'The portal runs',
    });
  }, 60_000);

  it('is notified when somebody was faster, with the state as it is now', async () => {
    await panel().getByRole('button', { name: 'Reopen', exact: true }).click();
    await tracker.strapi
      .plugin('accountability')
      .service('workflows')
      .move({ contentType: UID, documentId, workflow: 'implementation', transition: 'reopen', reason: 'x' });
    await dialog().getByLabel('Reason').fill('There is more to do');
    await dialog().getByRole('button', { name: 'Reopen', exact: true }).click();
    await dialog().getByText('The status has changed in the meantime').waitFor();
    await shot('conflict');
    await dialog().getByRole('button', { name: 'Show the current status' }).click();
    await panel().getByText('In progress').first().waitFor();
  }, 60_000);

  it('narrows the list to what is overdue, and back', async () => {
    await page.goto(`${tracker.url}/admin/content-manager/collection-types/${UID}?plugins[i18n][locale]=ka`);
    const rows = page.locator('tbody tr');
    await page.getByRole('row', { name: /2\.2\.1/ }).waitFor();
    await page.getByRole('button', { name: 'Overdue', exact: true }).click();
    await page.getByText('1 entry found').waitFor();
    expect(await rows.count()).toBe(1);
    await page.getByRole('row', { name: /Portal ka/ }).waitFor();
    await shot('overdue');
    await page.getByRole('button', { name: 'Overdue', exact: true }).click();
    await page.getByRole('row', { name: /2\.2\.1/ }).waitFor();
  }, 60_000);

  it('moves several from the list, with a result for each', async () => {
    const other = await makeMilestone(tracker, { title: 'Second' });
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/${UID}?pageSize=100&plugins[i18n][locale]=ka`,
    );
    await page
      .getByRole('row', { name: /Portal ka/ })
      .getByRole('checkbox')
      .click();
    await page
      .getByRole('row', { name: /Second ka/ })
      .getByRole('checkbox')
      .click();
    await shot('list');
    await page.getByRole('button', { name: 'Change status' }).click();
    await dialog().getByRole('combobox').first().click();
    await page.getByRole('option', { name: 'Implementation: Start' }).click();
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === 'Change 2 documents');
    await page.keyboard.press('Enter');
    await dialog().getByText('Changed', { exact: false }).first().waitFor();
    await dialog().getByText('cannot be made from').waitFor();
    await shot('bulk');
    const { body } = await jsonRequest<Answer>(`${tracker.url}/api/milestones/${other}`);
    expect(body.data.implementationStatus).toBe('in-progress');
    await dialog().getByRole('button', { name: 'Close' }).last().click();
  }, 60_000);

  it('asks for the texts of many in each language, and reports a row that somebody else has moved', async () => {
    const first = await makeMilestone(tracker, { title: 'Third' });
    const second = await makeMilestone(tracker, { title: 'Fourth' });
    const move = (id: string, transition: string): Promise<unknown> =>
      tracker.strapi
        .plugin('accountability')
        .service('workflows')
        .move({ contentType: UID, documentId: id, workflow: 'implementation', transition });
    for (const id of [first, second]) await move(id, 'start');
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/${UID}?pageSize=100&plugins[i18n][locale]=ka`,
    );
    for (const name of [/Third ka/, /Fourth ka/]) {
      await page.getByRole('row', { name }).getByRole('checkbox').click();
    }
    await page.getByRole('button', { name: 'Change status' }).click();
    await dialog().getByRole('combobox').first().click();
    await page.getByRole('option', { name: 'Implementation: Complete' }).click();
    await dialog().getByRole('combobox').nth(1).click();
    await page.getByRole('option', { name: 'Fully implemented' }).click();
    await dialog().getByLabel('Result (ka)').fill('ორივე მზადაა');
    await dialog().getByLabel('Result (en)').fill('Both are done');
    await move(second, 'suspend');
    await shot('bulk-texts');
    await dialog().getByRole('button', { name: 'Change 2 documents' }).click();
    await dialog().getByText('✓ Changed').waitFor();
    await dialog().getByText('The status has changed in the meantime: it is now “Suspended”').waitFor();
    await shot('bulk-stale');
    for (const [locale, result] of [
      ['ka', 'ორივე მზადაა'],
      ['en', 'Both are done'],
    ]) {
      const answer = await jsonRequest(`${tracker.url}/api/milestones/${first}?locale=${locale}`);
      expect(answer.body).toMatchObject({ data: { implementationStatus: 'completed', result } });
    }
    await dialog().getByRole('button', { name: 'Close' }).last().click();
  }, 60_000);

  it('all in Georgian too', async () => {
    await page.evaluate(() => window.localStorage.setItem('strapi-admin-language', 'ka'));
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/${UID}/${documentId}?plugins[i18n][locale]=ka`,
    );
    const georgian = page.getByRole('region', { name: 'შესრულება' });
    await georgian.getByText('მიმდინარეობს').waitFor();
    await georgian.getByRole('button', { name: 'დასრულება', exact: true }).waitFor();
    await shot('georgian');
    await georgian.getByRole('button', { name: 'შეჩერება', exact: true }).waitFor();
    await georgian.getByRole('button', { name: 'გაუქმება', exact: true }).click();
    await dialog().getByRole('button', { name: 'გაუქმება', exact: true }).click();
    await dialog().getByText('მიუთითეთ მიზეზი.').waitFor();
    await shot('georgian-refused');
    await page.goto(`${tracker.url}/admin/`);
    await page.getByText('სტატუსის ბოლო ცვლილებები').waitFor();
    expect(problems).toEqual([]);
  }, 60_000);

  it('closes a move to whoever may not make it, and says which permission it takes', async () => {
    const role: { id: number } = await tracker.strapi.db
      .query('admin::role')
      .create({ data: { name: 'Reader', code: 'reader', description: '' } });
    await tracker.strapi.service('admin::role').assignPermissions(role.id, [
      {
        action: 'plugin::content-manager.explorer.read',
        subject: UID,
        properties: { fields: ['title', 'implementationStatus'], locales: ['ka', 'en'] },
        conditions: [],
      },
    ]);
    const reader = await openPanel(tracker, browser, ['reader']);
    await reader.goto(
      `${tracker.url}/admin/content-manager/collection-types/${UID}/${documentId}?plugins[i18n][locale]=ka`,
    );
    const region = reader.getByRole('region', { name: 'Implementation' });
    await region.getByText('workflow-milestone-implementation.complete').waitFor();
    expect(await region.getByRole('button', { name: 'Complete', exact: true }).isDisabled()).toBe(true);
  }, 60_000);
});
