import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPanel } from '../support/browser';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { closeResources } from '../support/resources';
import { bootTracker, type Tracker } from '../support/tracker';

const COMMITMENT = 'api::commitment.commitment';
const MILESTONE = 'api::milestone.milestone';

interface Row {
  documentId: string;
  publishedAt: string | null;
  commitment: { documentId: string } | null;
}

describe('children and their parents in the panel', () => {
  let tracker: Tracker;
  let browser: Browser;
  let page: Page;
  let owner: string;
  let other: string;
  const problems: string[] = [];

  beforeAll(async () => {
    tracker = await bootTracker();
    owner = await makeCommitment(tracker, { title: 'Owner', data: { code: '4.2' } });
    other = await makeCommitment(tracker, { title: 'Other' });
    browser = await launchBrowser();
    page = await openPanel(tracker, browser, ['strapi-editor']);
    page.on('pageerror', (error) => problems.push(error.message));
  }, 120_000);
  afterAll(closeResources);

  const rowsOf = (title: string): Promise<Row[]> =>
    tracker.strapi.db
      .query(MILESTONE)
      .findMany({ where: { title }, populate: ['commitment'], orderBy: { id: 'asc' } });
  const open = async (uid: string, documentId: string) => {
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/${uid}/${documentId}?plugins[i18n][locale]=ka`,
    );
    await page.locator('input[name=title]').waitFor();
  };
  /** Opens the form of a new milestone from the field of the commitment. */
  const newMilestone = async (commitment: string): Promise<Locator> => {
    await open(COMMITMENT, commitment);
    await page
      .getByRole('combobox', { name: 'milestones' })
      .or(page.locator('input[name=milestones]'))
      .first()
      .click();
    await page.getByRole('option', { name: 'Create a relation' }).last().click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[name=title]').waitFor();
    return dialog;
  };

  it('refuses a milestone made in its commitment before anything is written, names the field and keeps the form', async () => {
    const dialog = await newMilestone(owner);
    await dialog.locator('input[name=title]').fill('New step');
    await dialog.locator('input[name=code]').fill('5.1');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await dialog.getByText('must begin with the commitment').first().waitFor();
    expect(await page.getByText('Published document').count()).toBe(0);
    expect(await rowsOf('New step')).toEqual([]);
    expect(await dialog.locator('input[name=title]').inputValue()).toBe('New step');
    expect(await dialog.locator('input[name=code]').getAttribute('aria-invalid')).toBe('true');

    // The same form, corrected, gives a published milestone that has its commitment.
    await dialog.locator('input[name=code]').fill('4.2.1');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published document').first().waitFor();
    await dialog.getByText('Edit a relation').waitFor();
    const rows = await rowsOf('New step');
    expect(rows.map((row) => [Boolean(row.publishedAt), row.commitment?.documentId])).toEqual([
      [false, owner],
      [true, owner],
    ]);
    await dialog.getByRole('button', { name: 'Close modal' }).click();
    await page.getByRole('button', { name: 'New step', exact: true }).waitFor();
    expect(problems).toEqual([]);
  }, 120_000);

  it('does not publish a milestone of a commitment that is a draft, and saves it as a draft', async () => {
    const draft = await makeCommitment(tracker, { title: 'Unseen', published: false });
    const dialog = await newMilestone(draft);
    await dialog.locator('input[name=title]').fill('Early step');
    await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Publish without relations' }).click();
    await dialog.getByText('is not published').first().waitFor();
    expect(await rowsOf('Early step')).toEqual([]);
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').first().waitFor();
    await dialog.getByText('Edit a relation').waitFor();
    expect((await rowsOf('Early step')).map((row) => row.commitment?.documentId)).toEqual([draft]);
    expect(problems).toEqual([]);
  }, 120_000);

  it('moves a milestone after naming where from and where to', async () => {
    const milestone = await makeMilestone(tracker, { title: 'Moved', data: { commitment: owner } });
    await open(MILESTONE, milestone);
    await page.getByRole('button', { name: 'Move to another commitment …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Now: Owner ka').waitFor();
    const submit = dialog.getByRole('button', { name: 'Move', exact: true });
    expect(await submit.isDisabled()).toBe(true);
    await dialog.getByRole('combobox').click();
    await page.getByRole('option', { name: 'Other ka', exact: true }).click();
    await dialog.getByText('Moves from “Owner ka” to “Other ka”.').waitFor();
    // Chosen by the keyboard, confirmed by it.
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === 'Move');
    await page.keyboard.press('Enter');
    await page.getByText('Moved to “Other ka”.').first().waitFor();
    const rows = [...(await rowsOf('Moved ka')), ...(await rowsOf('Moved en'))];
    expect(rows.map((row) => row.commitment?.documentId)).toEqual([other, other, other, other]);
    expect(problems).toEqual([]);
  }, 120_000);

  it('is refused in the form where the code of what is moved does not fit', async () => {
    const milestone = await makeMilestone(tracker, {
      title: 'Coded',
      data: { commitment: other, code: '9.1' },
    });
    await open(MILESTONE, milestone);
    await page.getByRole('button', { name: 'Move to another commitment …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').click();
    await page.getByRole('option', { name: 'Owner ka', exact: true }).click();
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await dialog.getByRole('alert').getByText('must begin with').waitFor();
    expect((await rowsOf('Coded ka')).map((row) => row.commitment?.documentId)).toEqual([other, other]);
  }, 120_000);
});
