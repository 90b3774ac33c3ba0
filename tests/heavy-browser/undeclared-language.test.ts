import path from 'node:path';
import type { Page } from 'playwright-core';
import { bootWithPanel } from '../support/browser';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import type { Tracker } from '../support/tracker';

describe('an administrator who adds a language', () => {
  let tracker: Tracker;
  let page: Page;

  beforeAll(async () => {
    ({ tracker, page } = await bootWithPanel(undefined, { roles: ['strapi-super-admin'] }));
  }, 120_000);
  afterAll(closeResources);

  it('is shown where it is no language of the site', async () => {
    await page.goto(`${tracker.url}/admin/settings/internationalization`);
    await page.getByRole('button', { name: 'Add new locale' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').first().click();
    await page.getByRole('option', { name: 'Spanish (es)', exact: true }).click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    const notice = page.getByRole('alert').filter({ hasText: '“es” is not a language of the public site' });
    await notice.waitFor();
    expect(await notice.textContent()).toContain('Languages of the site: ka, en');
    await page.screenshot({ path: path.join(ROOT, '.tmp/screenshots', 'untranslated-language.png') });
    await notice.getByRole('button', { name: 'Close the notice' }).click();
    expect(await notice.count()).toBe(0);
    expect(await tracker.strapi.plugin('i18n').service('locales').count()).toBe(3);
  }, 60_000);
});
