import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPanel } from '../support/browser';
import { NO_LIMITS, sendComment, writtenComment } from '../support/comments';
import { makeCommitment } from '../support/milestones';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';
import arabicApplication from '../../src/words/ar.json';
import spanishApplication from '../../src/words/es.json';
import arabic from '../../src/plugins/accountability/words/ar.json';
import spanish from '../../src/plugins/accountability/words/es.json';

const COMMITMENT = 'api::commitment.commitment';
const GEORGIAN = /\p{Script=Georgian}/u;

/** The panel in a language that Strapi ships, on a site in other languages than the usual ones. */
describe.each([
  { language: 'es', words: spanish.panel, application: spanishApplication, ofArabic: 'Árabe' },
  { language: 'ar', words: arabic.panel, application: arabicApplication, ofArabic: 'العربية' },
])('the panel in $language', ({ language, words, application, ofArabic }) => {
  let tracker: Tracker;
  let browser: Browser;
  let page: Page;
  let commitment: string;
  const problems: string[] = [];

  const shot = (name: string) =>
    page.screenshot({
      path: path.join(ROOT, '.tmp/screenshots', `panel-${language}-${name}.png`),
      fullPage: true,
    });
  const open = async (address: string) => {
    await page.goto(`${tracker.url}/admin${address}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  };
  const text = () => page.locator('body').innerText();
  const isFromTheRight = language === 'ar';
  /** Whether a sentence ends at its left: Strapi lays its pages out from left to right in every language. */
  const endsAtTheLeft = (sentence: Locator) =>
    sentence.evaluate((element) => {
      // What Strapi puts before it, such as the most characters of a field, is a text of its own.
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const node = texts.lastChild() as Text;
      const leftOf = (index: number) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        return range.getBoundingClientRect().left;
      };
      return leftOf(node.data.lastIndexOf('.')) < leftOf(node.data.search(/\p{L}/u));
    });
  const directionOf = (place: Locator) => place.evaluate((element) => getComputedStyle(element).direction);

  beforeAll(async () => {
    tracker = await bootTracker({ env: { ...NO_LIMITS, LOCALES: 'es,fr,ar' } });
    commitment = await makeCommitment(tracker, { title: 'Compromiso', languages: ['es', 'fr', 'ar'] });
    const comment = { ...writtenComment(), authorName: 'Ana', body: 'Un comentario', locale: 'ar' };
    await sendComment(tracker, commitment, comment);
    browser = await launchBrowser();
    page = await openPanel(tracker, browser, ['strapi-super-admin'], language);
    page.on('pageerror', (error) => problems.push(error.message));
  }, 120_000);
  afterAll(closeResources);

  it('has its own words on the home page', async () => {
    await open('/');
    await page.getByText(words['workflow.widget.overdue.title']).first().waitFor();
    const empty = page.getByText(words['workflow.widget.overdue.empty']);
    await empty.waitFor();
    expect(await endsAtTheLeft(empty)).toBe(isFromTheRight);
    expect(await text()).not.toMatch(GEORGIAN);
    await shot('home');
  });

  it('labels a form and its status, with the hints of its fields', async () => {
    await open(`/content-manager/collection-types/${COMMITMENT}/${commitment}?plugins[i18n][locale]=es`);
    const fields = application['admin-views'].fields[COMMITMENT];
    await page.getByText(fields.title.hint).waitFor();
    await page.getByText(fields.code.label, { exact: true }).first().waitFor();
    const status = page.getByRole('region', { name: application.workflows['implementation.label'] });
    await status.getByText(application.vocabularies['not-started']).first().waitFor();
    await status.getByRole('button', { name: application.workflows['implementation.start'] }).waitFor();
    await status.getByText(words['workflow.history'].replace('{count}', '0')).waitFor();
    expect(await endsAtTheLeft(page.getByText(fields.title.hint))).toBe(isFromTheRight);
    expect(await text()).not.toMatch(GEORGIAN);
    await shot('form');
  });

  it('asks in dialogs that are laid out as the language is written', async () => {
    const status = page.getByRole('region', { name: application.workflows['implementation.label'] });
    await status.getByRole('button', { name: application.workflows['implementation.delay'] }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(isFromTheRight ? '←' : '→').waitFor();
    expect(await directionOf(dialog.locator('label').first())).toBe(isFromTheRight ? 'rtl' : 'ltr');
    // Browsers begin an empty field of any direction at the left.
    const reason = dialog.locator('textarea[name=reason]');
    expect(await directionOf(reason)).toBe(isFromTheRight ? 'rtl' : 'ltr');
    await reason.fill('Delayed');
    expect(await directionOf(reason)).toBe('ltr');
    await reason.fill('تأخر');
    expect(await directionOf(reason)).toBe('rtl');
    await reason.fill('');
    expect(await directionOf(reason)).toBe(isFromTheRight ? 'rtl' : 'ltr');
    await dialog.getByRole('button', { name: application.workflows['implementation.delay'] }).click();
    const refusal = dialog.getByRole('alert').first();
    await refusal.waitFor();
    expect(await directionOf(refusal)).toBe(isFromTheRight ? 'rtl' : 'ltr');
    expect(await endsAtTheLeft(refusal)).toBe(isFromTheRight);
    await shot('dialog');
    await page.keyboard.press('Escape');
  });

  it('has a list with labels of columns and states', async () => {
    await open(`/content-manager/collection-types/${COMMITMENT}?plugins[i18n][locale]=es`);
    await page.getByRole('gridcell').getByText(application.vocabularies['not-started']).first().waitFor();
    await page.getByText(application['admin-views'].names.Commitment).first().waitFor();
    expect(await text()).not.toMatch(GEORGIAN);
    await shot('list');
  });

  it("has the moderators' queue, with names of the site's languages", async () => {
    await open('/plugins/accountability/moderation');
    await page.getByText(words['moderation.subtitle']).waitFor();
    await page.getByText(application.vocabularies.pending).first().waitFor();
    await page.getByText(ofArabic, { exact: true }).first().waitFor();
    expect(await text()).not.toMatch(/Comments|Language|Screening/);
    for (const select of await page.getByRole('main').getByRole('combobox').all()) {
      expect(await directionOf(select)).toBe(isFromTheRight ? 'rtl' : 'ltr');
    }
    await shot('queue');
  });

  it('has the page of open data, with titles of datasets', async () => {
    await open('/plugins/accountability/open-data');
    await page.getByText(words['open-data.subtitle']).waitFor();
    await page.getByRole('heading', { name: application.datasets['commitments.label'] }).first().waitFor();
    expect(await text()).not.toMatch(GEORGIAN);
    await shot('open-data');
  });

  it('goes without errors', () => {
    expect(problems).toEqual([]);
  });
});
