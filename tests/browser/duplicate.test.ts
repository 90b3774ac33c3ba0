import path from 'node:path';
import type { Page } from 'playwright-core';
import { bootWithPanel } from '../support/browser';
import { jsonRequest } from '../support/json-request';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import type { Tracker } from '../support/tracker';

const SHOTS = path.join(ROOT, '.tmp/screenshots');

/** Content types whose documents have children, and the field that has to differ in a copy. */
const TYPES = [
  ['action-plan', 'title'],
  ['commitment', 'title'],
  ['milestone', 'title'],
] as const;

describe('a document that an editor duplicates in its list', () => {
  let tracker: Tracker;
  let page: Page;

  beforeAll(async () => {
    ({ tracker, page } = await bootWithPanel({ env: { SEED_DEMO: 'true' } }));
  }, 120_000);
  afterAll(closeResources);

  /** What visitors and data users read, as text: pages in both languages, the API and the exports. */
  const publicContent = async (): Promise<Record<string, string>> => {
    const { body } = await jsonRequest<{ data: { slug: string }[] }>(
      `${tracker.url}/api/commitments?filters[milestones][code]=2.2.1`,
    );
    const [{ slug } = { slug: '' }] = body.data;
    const addresses = [
      ...['ka', 'en'].flatMap((locale) => [
        `/?locale=${locale}`,
        `/commitments?locale=${locale}`,
        `/commitments/${slug}?locale=${locale}`,
        `/api/commitments?locale=${locale}&populate[milestones][fields][0]=code&populate[progressReports]=true`,
        `/api/action-plans?locale=${locale}&populate=commitments`,
      ]),
      '/api/open-data/commitments.csv',
      '/api/open-data/milestones.csv',
      '/api/open-data/progress-reports.csv',
    ];
    const texts = await Promise.all(
      addresses.map(async (address) => [address, await (await fetch(tracker.url + address)).text()] as const),
    );
    return Object.fromEntries(texts);
  };

  it.each(TYPES)(
    'leaves what the public reads as it was: %s',
    async (type, field) => {
      const before = await publicContent();
      const uid = `api::${type}.${type}`;
      await page.goto(
        `${tracker.url}/admin/content-manager/collection-types/${uid}?plugins[i18n][locale]=en`,
      );
      const row = page.locator('tbody tr').first();
      await row.getByRole('button', { name: 'Row actions' }).click();
      await page.getByRole('menuitem', { name: 'Duplicate' }).click();
      // Strapi asks first where a type has relations to children.
      await page.getByRole('dialog').getByRole('link', { name: 'Create' }).click();
      const title = page.locator(`[name=${field}]`).first();
      await title.waitFor();
      await title.fill(`Copied ${type}`);
      await page.screenshot({ path: path.join(SHOTS, `duplicate-${type}.png`), fullPage: true });
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.waitForURL((url) => !url.pathname.includes('/clone/') && url.pathname.includes(uid));
      await page.screenshot({ path: path.join(SHOTS, `duplicated-${type}.png`), fullPage: true });
      const copies = await tracker.strapi.db
        .query(uid as 'api::commitment.commitment')
        .count({ where: { title: `Copied ${type}` } });
      expect(copies).toBe(1);
      expect(await publicContent()).toEqual(before);
    },
    60_000,
  );
});
