import path from 'node:path';
import type { Page } from 'playwright-core';
import { bootWithPanel } from '../support/browser';
import { parseCsv } from '../support/csv';
import { jsonRequest } from '../support/json-request';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import type { Tracker } from '../support/tracker';

const UID = 'api::commitment.commitment';
const SHOTS = path.join(ROOT, '.tmp/screenshots');

interface Commitment {
  documentId: string;
  slug: string;
  milestones: { documentId: string; code: string; title: string }[];
}

describe('milestones dragged in the commitment’s form', () => {
  let tracker: Tracker;
  let page: Page;

  beforeAll(async () => {
    ({ tracker, page } = await bootWithPanel({ env: { SEED_DEMO: 'true' } }));
  }, 120_000);
  afterAll(closeResources);

  const read = async (): Promise<Commitment> => {
    const { body } = await jsonRequest<{ data: Commitment[] }>(
      `${tracker.url}/api/commitments?filters[milestones][code]=2.2.1&populate=milestones&locale=en`,
    );
    return body.data[0]!;
  };
  const codes = async () => {
    const { milestones, slug, documentId } = await read();
    const html = await (await fetch(`${tracker.url}/commitments/${slug}?locale=en`)).text();
    const shown = [...new Set([...html.matchAll(/id="milestone-([^"]+)"/g)].map(([, id]) => id))];
    const rows = parseCsv(await (await fetch(`${tracker.url}/api/open-data/milestones.csv`)).text());
    return {
      api: milestones.map(({ code }) => code),
      page: shown.map((id) => milestones.find((one) => one.documentId === id)?.code),
      export: rows
        .filter((row) => row.commitment_id === documentId)
        .sort((one, other) => Number(one.order) - Number(other.order))
        .map(({ code }) => code),
    };
  };

  it('are in the new order in the API, on the page and in exports once they are published', async () => {
    const before = await codes();
    expect(before.page).toEqual(before.api);
    const { documentId, milestones } = await read();
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/${UID}/${documentId}?plugins[i18n][locale]=en`,
    );
    const rows = page.locator('li').filter({ has: page.getByRole('button', { name: 'Drag' }) });
    const first = rows.filter({ hasText: milestones[0]!.title });
    await first.waitFor();
    await first.scrollIntoViewIfNeeded();
    const handle = first.getByRole('button', { name: 'Drag' });
    await handle.focus();
    await handle.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.screenshot({ path: path.join(SHOTS, 'dragged-milestones.png'), fullPage: true });

    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').first().waitFor();
    expect(await codes()).toEqual(before);

    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published document').first().waitFor();
    const [one, two, three, four] = before.api;
    const dragged = [two, three, one, four];
    expect(await codes()).toEqual({ api: dragged, page: dragged, export: dragged });
  }, 60_000);
});
