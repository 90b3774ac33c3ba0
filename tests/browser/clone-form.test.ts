import path from 'node:path';
import type { Page } from 'playwright-core';
import { bootWithPanel } from '../support/browser';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import type { Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';
const SHOTS = path.join(ROOT, '.tmp/screenshots');

describe('the form of a copy that is not saved', () => {
  let tracker: Tracker;
  let page: Page;

  beforeAll(async () => {
    ({ tracker, page } = await bootWithPanel({ env: { SEED_DEMO: 'true' } }));
  }, 120_000);
  afterAll(closeResources);

  const status = () => page.getByRole('region', { name: 'Implementation' });
  const warnings = () => page.getByRole('region', { name: 'Worth a look' });

  it('has neither status nor warnings of the original; once saved, it has its own', async () => {
    const { documentId } = await tracker.strapi.db
      .query(MILESTONE)
      .findOne({ where: { code: '2.2.1' }, select: ['documentId'] });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/accountability/documents/')) asked.push(request.url());
    });
    const list = `${tracker.url}/admin/content-manager/collection-types/${MILESTONE}`;
    // Without a language the panel opens the form, adds one to the address and opens the form anew.
    await page.goto(`${list}/clone/${documentId}?plugins[i18n][locale]=ka`);
    await page.locator('input[name=title]').waitFor();
    // The panels come with the form: this one is Strapi's own.
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await status().count()).toBe(0);
    expect(await warnings().count()).toBe(0);
    expect(asked).toEqual([]);
    await page.screenshot({ path: path.join(SHOTS, 'clone-form.png') });

    await page.locator('input[name=title]').fill('Copied portal');
    const [saved] = await Promise.all([
      page.waitForResponse(
        (response) => response.request().method() === 'POST' && response.url().includes('/clone/'),
      ),
      page.getByRole('button', { name: 'Save', exact: true }).click(),
    ]);
    expect([saved.status(), saved.status() === 200 ? null : await saved.text()]).toEqual([200, null]);
    await status().getByText('Not started').first().waitFor();
    expect(page.url()).not.toContain(documentId);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => url.includes(documentId))).toEqual([]);
  });
});
