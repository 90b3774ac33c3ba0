import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { violationsOf } from '../../support/accessibility';
import { KUTAISI, LANGUAGES, openCommitmentPage, type CommitmentPage } from '../../support/commitment-page';
import { parseCsv } from '../../support/csv';
import { makeCommitment } from '../../support/milestones';
import { closeResources } from '../../support/resources';

const PHONE = { width: 390, height: 844 };
/** Of a commitment with four milestones, in screens. */
const MAX_SCREENS = 4.5;
const MAX_CLICKS = 9;
const COMMITMENT = 'api::commitment.commitment';
const SENT = `${KUTAISI}/comment-sent`;

describe('a reader who wants to know about commitments', () => {
  let site: CommitmentPage;
  let agency: { documentId: string };

  beforeAll(async () => {
    site = await openCommitmentPage();
    agency = (await site.tracker.strapi
      .documents('api::partner.partner')
      .findFirst({ filters: { slug: 'kutaisi-city-hall' } } as never))!;
  }, 120_000);
  afterAll(closeResources);
  afterEach(() => {
    expect(site.problems.splice(0)).toEqual([]);
  });

  it.each(LANGUAGES)(
    'has the page on a phone in about four screens, and loses nothing of it (%s)',
    async (language) => {
      const page = await site.open({ viewport: PHONE });
      await site.goTo(page, language);
      const height = await page.evaluate(() => document.documentElement.scrollHeight);
      expect(height / PHONE.height).toBeLessThan(MAX_SCREENS);
      const milestone = page.locator('.timeline > li').first();
      expect(await milestone.locator('.facts').isVisible()).toBe(false);
      expect((await milestone.boundingBox())!.height).toBeLessThan(130);
      await milestone.locator('summary').click();
      expect(await milestone.locator('.facts').isVisible()).toBe(true);
      const text = page.locator('details.preview').first();
      const cut = (await text.boundingBox())!.height;
      const whole = await text.locator('.prose').evaluate((one) => one.scrollHeight);
      expect(cut).toBeLessThan(whole);
      await text.locator('summary').click();
      expect((await text.boundingBox())!.height).toBeGreaterThan(whole);
      // To the comments by the list of contents, and into the form by its fold.
      await page.locator('nav.contents a[href="#comments"]').click();
      await page.locator('[aria-labelledby=write] summary').click();
      expect(await page.locator('#comment-authorName').isVisible()).toBe(true);
      expect(await violationsOf(page)).toEqual([]);
      await site.shot(page, `phone-${language}`);
      await page.context().close();
    },
    60_000,
  );

  it('finds everything on a phone without JavaScript, and what happens with a comment', async () => {
    const page = await site.open({ viewport: PHONE, javaScriptEnabled: false });
    await site.goTo(page, 'en');
    for (const summary of await page.locator('.preview > summary').all()) await summary.click();
    await page.getByText('IDFI trained two groups').waitFor();
    await site.goTo(page, 'en', SENT);
    await page.getByText('A moderator reads your comment and approves or rejects it.').waitFor();
    await page.getByRole('link', { name: 'Back to the commitment' }).click();
    expect(new URL(page.url()).pathname).toBe(KUTAISI);
    await page.context().close();
  }, 60_000);

  it('prints all of it: each text whole, each milestone once, no navigation', async () => {
    const page = await site.open({ viewport: { width: 680, height: 970 } });
    await page.emulateMedia({ media: 'print' });
    await site.goTo(page, 'en');
    const text = page.locator('details.preview').first();
    const { height } = (await text.boundingBox())!;
    expect(height).toBeGreaterThanOrEqual(await text.locator('.prose').evaluate((one) => one.scrollHeight));
    expect(await page.locator('.timeline > li .facts:visible').count()).toBe(4);
    expect(await page.locator('table:visible, nav:visible, form:visible, summary:visible h2').count()).toBe(
      0,
    );
    await page.getByText('Printed:').waitFor();
    await page.context().close();
  }, 60_000);

  it('learns in under ten clicks what of an agency is late, how that changed, and takes the table', async () => {
    const data = {
      leadAgencies: [agency.documentId],
      timeframe: { endDate: '2020-03-31', endPrecision: 'day' },
    };
    const late: string[] = [];
    for (const title of ['Late roads', 'Late schools'])
      late.push(await makeCommitment(site.tracker, { title, data }));
    await makeCommitment(site.tracker, { title: 'Late elsewhere', data: { timeframe: data.timeframe } });
    await site.tracker.strapi.plugin('accountability').service('workflows').move({
      contentType: COMMITMENT,
      documentId: late[0],
      workflow: 'implementation',
      transition: 'start',
      reason: 'The tender is over',
    });
    const page = await site.open();
    let clicks = 0;
    const click = async (link: Locator) => {
      clicks += 1;
      await link.click();
    };
    await site.goTo(page, 'en', '/');
    await click(
      page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'Organisations' }),
    );
    await click(page.getByRole('link', { name: 'Kutaisi Municipality City Hall', exact: true }));
    await click(page.locator('a.late-link'));
    const listed = page.locator('#results article h3 a');
    await page.getByRole('heading', { name: 'Commitments found: 2' }).waitFor();
    expect((await listed.allInnerTexts()).sort()).toEqual(['Late roads en', 'Late schools en']);
    await click(page.getByRole('link', { name: 'Late roads en' }));
    await click(page.locator('nav.contents a[href="#history"]'));
    await page.locator('.history').getByText('The tender is over').waitFor();
    clicks += 2;
    await backTo(page, '/commitments');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      click(page.getByRole('link', { name: 'CSV', exact: true })),
    ]);
    const rows = parseCsv(await readFile(await download.path(), 'utf8'));
    expect(rows.map(({ id }) => id).sort()).toEqual([...late].sort());
    expect(rows.map(({ overdue }) => overdue)).toEqual(['true', 'true']);
    expect(clicks).toBeLessThanOrEqual(MAX_CLICKS);
    await page.context().close();
  }, 60_000);
});

/** The browser's own button, twice: once out of a section of the page, once to the page before. */
async function backTo(page: Page, path: string): Promise<void> {
  await page.goBack();
  await page.goBack();
  await page.waitForURL((url) => url.pathname === path);
}
