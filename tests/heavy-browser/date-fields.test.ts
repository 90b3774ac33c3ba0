import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPanel } from '../support/browser';
import { makeMilestone } from '../support/milestones';
import { moderatorRole } from '../support/moderators';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';
const REPORT = 'api::progress-report.progress-report';
const SHOTS = path.join(ROOT, '.tmp/screenshots');

const WORDS = {
  en: {
    end: 'End date',
    calendar: 'Choose from a calendar',
    filters: 'Filters',
    selectField: 'Select field',
    publishedOn: 'Published on',
    addFilter: 'Add filter',
    oneFound: '1 entry found',
    from: 'From',
    notUnderstood: 'This date is not understood',
    typed: '12/31/2020',
    canonical: '2020-12-31',
  },
  ka: {
    end: 'დასრულების თარიღი',
    calendar: 'კალენდრიდან არჩევა',
    filters: 'ფილტრები',
    selectField: 'აირჩიეთ ველი',
    publishedOn: 'გამოქვეყნების თარიღი',
    addFilter: 'ფილტრის დამატება',
    oneFound: 'ნაპოვნია 1 ჩანაწერი',
    from: 'თარიღიდან',
    notUnderstood: 'თარიღი გაუგებარია',
    typed: '31/12/2020',
    canonical: '31.12.2020',
  },
} as const;

describe.each(['en', 'ka'] as const)(
  'dates in filters, in moves and where nothing can be changed in %s',
  (language) => {
    const words = WORDS[language];
    let tracker: Tracker;
    let browser: Browser;
    let page: Page;
    let milestone: string;

    const type = async (field: Locator, text: string) => {
      await field.click();
      await field.fill('');
      await page.keyboard.type(text);
    };

    beforeAll(async () => {
      tracker = await bootTracker();
      milestone = await makeMilestone(tracker, {
        data: { timeframe: { endDate: '2020-12-31', endPrecision: 'day' } },
      });
      for (const publishedOn of ['2020-12-31', '2020-12-01']) {
        await tracker.strapi.documents(REPORT).create({
          locale: 'ka',
          data: { period: { kind: 'annual', year: 2019 }, publishedOn } as never,
        });
      }
      browser = await launchBrowser();
      const role = await moderatorRole(tracker, 'dates', { actions: ['queue'] });
      page = await openPanel(tracker, browser, ['strapi-editor', role]);
      await page.evaluate((code) => window.localStorage.setItem('strapi-admin-language', code), language);
    }, 120_000);
    afterAll(closeResources);

    it('narrow a list by the day that was typed', async () => {
      await page.goto(
        `${tracker.url}/admin/content-manager/collection-types/${REPORT}?plugins[i18n][locale]=ka`,
      );
      await page.locator('tbody tr').nth(1).waitFor();
      await page.getByRole('button', { name: words.filters, exact: true }).click();
      await page.getByRole('combobox', { name: words.selectField }).click();
      await page.getByRole('option', { name: words.publishedOn, exact: true }).click();
      const field = page.getByRole('textbox', { name: words.publishedOn });
      await type(field, 'tomorrow');
      await page.keyboard.press('Tab');
      await page.getByText(words.notUnderstood).first().waitFor();
      await type(field, words.typed);
      await page.screenshot({ path: path.join(SHOTS, `date-filter-${language}.png`) });
      await page.getByRole('button', { name: words.addFilter }).click();
      await page.getByText(words.oneFound).waitFor();
      expect(decodeURIComponent(page.url())).toContain('[publishedOn][$eq]=2020-12-31');
    }, 60_000);

    it("narrow the moderators' queue by the day that was typed", async () => {
      await page.goto(`${tracker.url}/admin/plugins/accountability/moderation`);
      const from = page.getByRole('textbox', { name: words.from });
      await type(from, 'tomorrow');
      await page.keyboard.press('Enter');
      await page.getByText(words.notUnderstood).first().waitFor();
      expect(page.url()).not.toContain('from=');
      await type(from, words.typed);
      await page.keyboard.press('Enter');
      await page.waitForURL(/from=2020-12-31/);
      expect(await from.inputValue()).toBe(words.canonical);
      await page.screenshot({ path: path.join(SHOTS, `date-queue-${language}.png`) });
    }, 60_000);

    it('are asked for by a move as in a form', async () => {
      await page.route('**/accountability/documents/**/workflows', async (route) => {
        const response = await route.fetch();
        const json = (await response.json()) as { data: { workflows: { moves: object[] }[] } };
        const fields = [{ attribute: 'day', type: 'date', required: true, localized: false, value: null }];
        for (const workflow of json.data.workflows) {
          workflow.moves = workflow.moves.map((move) => ({
            ...move,
            open: true,
            reason: null,
            closed: [],
            fields,
          }));
        }
        await route.fulfill({ response, json });
      });
      await page.goto(
        `${tracker.url}/admin/content-manager/collection-types/${MILESTONE}/${milestone}?plugins[i18n][locale]=ka`,
      );
      const start = { name: language === 'en' ? 'Start' : 'დაწყება', exact: true };
      await page.getByRole('button', start).click();
      const dialog = page.getByRole('dialog');
      const field = dialog.getByRole('textbox').first();
      await type(field, 'tomorrow');
      await page.keyboard.press('Tab');
      await dialog.getByText(words.notUnderstood).waitFor();
      expect(await field.inputValue()).toBe('tomorrow');
      await type(field, words.typed);
      const [request] = await Promise.all([
        page.waitForRequest((one) => one.url().endsWith('/accountability/transitions')),
        dialog.getByRole('button', start).click(),
      ]);
      expect(request.postDataJSON()).toMatchObject({ fields: { day: '2020-12-31' } });
      expect(await field.inputValue()).toBe(words.canonical);
      await page.unrouteAll({ behavior: 'wait' });
    }, 60_000);

    it('cannot be typed or chosen in what is published', async () => {
      await page.goto(
        `${tracker.url}/admin/content-manager/collection-types/${MILESTONE}/${milestone}?plugins[i18n][locale]=ka&status=published`,
      );
      const field = page.getByRole('textbox', { name: words.end });
      await field.waitFor();
      expect(await field.inputValue()).toBe(words.canonical);
      expect(await field.isDisabled()).toBe(true);
      const calendars = page.getByRole('button', { name: words.calendar });
      expect(await calendars.count()).toBe(2);
      for (const calendar of await calendars.all()) expect(await calendar.isDisabled()).toBe(true);
    }, 60_000);
  },
);
