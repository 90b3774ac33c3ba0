import path from 'node:path';
import type { Page } from 'playwright-core';
import { bootWithPanel } from '../support/browser';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import type { Tracker } from '../support/tracker';

const UID = 'api::milestone.milestone';
const SHOTS = path.join(ROOT, '.tmp/screenshots');

describe('an editor opens a document in which something is worth a look', () => {
  let tracker: Tracker;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    ({ tracker, page } = await bootWithPanel({ env: { SEED_DEMO: 'true' } }));
    page.on('pageerror', (error) => problems.push(error.message));
  }, 120_000);
  afterAll(closeResources);

  const open = async (code: string) => {
    const { documentId } = await tracker.strapi.db
      .query(UID)
      .findOne({ where: { code }, select: ['documentId'] });
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/${UID}/${documentId}?plugins[i18n][locale]=ka`,
    );
  };
  const shot = (name: string) => page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: true });

  it('reads it beside the form, and saves all the same', async () => {
    await open('2.2.1');
    const panel = page.getByRole('region', { name: 'Worth a look' });
    await panel.getByText('The milestone starts (September 2018) before its commitment does').waitFor();
    await panel.getByText('Time frame', { exact: true }).waitFor();
    await shot('warnings');
    await page.locator('input[name=title]').fill('Portal, with another title');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').first().waitFor();
    await panel.getByText('The milestone starts (September 2018)').waitFor();
  }, 60_000);

  it('reads how many follow a document by mail', async () => {
    const contentType = 'api::commitment.commitment';
    const { documentId } = await tracker.strapi.db.query(contentType).findOne({ select: ['documentId'] });
    const now = new Date().toISOString();
    const follow = { subjectType: contentType, subjectId: documentId, rhythm: 'daily', language: 'ka' };
    for (const key of ['one', 'two']) {
      await tracker.strapi.db.query('plugin::accountability.follow').create({
        data: { ...follow, follower: key, key, confirmedAt: now, position: 0, slot: now },
      });
    }
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/${contentType}/${documentId}?plugins[i18n][locale]=ka`,
    );
    await page.getByRole('region', { name: 'Followed by mail' }).getByText('2 followers').waitFor();
    await open('2.2.1');
  }, 60_000);

  it('no longer shows it once it is corrected and saved', async () => {
    await page.getByLabel('Start date').fill('10/01/2018');
    await page.getByLabel('Start date').press('Tab');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('region', { name: 'Worth a look' }).waitFor({ state: 'detached' });
    await page.getByLabel('Start date').fill('09/01/2018');
    await page.getByLabel('Start date').press('Tab');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('region', { name: 'Worth a look' }).waitFor();
  }, 60_000);

  it('sees no panel where nothing is worth a look', async () => {
    await open('2.2.2');
    await page.getByRole('region', { name: 'Implementation' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('region', { name: 'Worth a look' }).count()).toBe(0);
  }, 60_000);

  it('reads it in Georgian too', async () => {
    await page.evaluate(() => window.localStorage.setItem('strapi-admin-language', 'ka'));
    await open('2.2.1');
    const panel = page.getByRole('region', { name: 'ყურადსაღები' });
    await panel.getByText('ეტაპი უფრო ადრე იწყება (სექტემბერი 2018), ვიდრე ვალდებულება').waitFor();
    await panel.getByText('ვადა', { exact: true }).waitFor();
    await shot('warnings-georgian');
    expect(problems).toEqual([]);
  }, 60_000);
});
