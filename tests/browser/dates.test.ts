import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPanel } from '../support/browser';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';
const REPORT = 'api::progress-report.progress-report';
const SHOTS = path.join(ROOT, '.tmp/screenshots');

const WORDS = {
  en: {
    end: 'End date',
    precision: 'End precision',
    month: 'Month',
    save: 'Save',
    year: 'Year',
    notUnderstood: 'This date is not understood',
    missing: 'There is no such day in the calendar',
    canonical: '2027-12-31',
    canonicalMonth: '2027-12',
    accepted: ['12/31/2027', '31.12.2027', '2027-12-31', '31/12/2027'],
  },
  ka: {
    end: 'დასრულების თარიღი',
    precision: 'დასრულების სიზუსტე',
    month: 'თვე',
    save: 'შენახვა',
    year: 'წელი',
    notUnderstood: 'თარიღი გაუგებარია',
    missing: 'კალენდარში ასეთი დღე არ არის',
    canonical: '31.12.2027',
    canonicalMonth: '12.2027',
    accepted: ['31.12.2027', '31/12/2027', '2027-12-31'],
  },
} as const;

describe.each(['en', 'ka'] as const)('dates typed in the panel in %s', (language) => {
  const words = WORDS[language];
  let tracker: Tracker;
  let browser: Browser;
  let page: Page;
  let milestone: string;
  let report: string;

  const end = (): Locator => page.getByRole('textbox', { name: words.end });
  const kept = async () => {
    const row = await tracker.strapi
      .documents(MILESTONE)
      .findOne({ documentId: milestone, locale: 'ka', populate: { timeframe: true } } as never);
    return (row as unknown as { timeframe: Record<string, string> }).timeframe;
  };
  const open = async (uid: string, documentId: string) => {
    await page.goto(
      `${tracker.url}/admin/content-manager/collection-types/${uid}/${documentId}?plugins[i18n][locale]=ka`,
    );
  };
  /** Saves, and waits for the server's answer. @returns its status */
  const save = async (): Promise<number> => {
    const [answer] = await Promise.all([
      page.waitForResponse((one) => one.request().method() === 'PUT' && one.url().includes(milestone)),
      page.getByRole('button', { name: words.save, exact: true }).click(),
    ]);
    return answer.status();
  };

  beforeAll(async () => {
    tracker = await bootTracker();
    browser = await launchBrowser();
    page = await openPanel(tracker, browser, ['strapi-editor']);
    await page.evaluate((code) => window.localStorage.setItem('strapi-admin-language', code), language);
    const made = await tracker.strapi.documents(MILESTONE).create({
      locale: 'ka',
      data: { title: 'ეტაპი', timeframe: { startDate: '2020-01-01', startPrecision: 'day' } } as never,
    });
    milestone = made.documentId;
    const reported = await tracker.strapi
      .documents(REPORT)
      .create({ locale: 'ka', data: { period: { kind: 'annual', year: 2019 } } as never });
    report = reported.documentId;
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await tracker.close();
  });

  it.each(words.accepted)(
    'keeps %s, typed and saved at once',
    async (text) => {
      await tracker.strapi.documents(MILESTONE).update({
        documentId: milestone,
        locale: 'ka',
        data: { timeframe: { startDate: '2020-01-01', startPrecision: 'day' } } as never,
      });
      await open(MILESTONE, milestone);
      await end().click();
      await page.keyboard.type(text);
      expect(await end().inputValue()).toBe(text);
      expect(await save()).toBe(200);
      expect(await kept()).toMatchObject({ endDate: '2027-12-31', endPrecision: 'day' });
    },
    60_000,
  );

  it.each(['Tab', 'Enter'])(
    'writes the date in one format after %s',
    async (key) => {
      await open(MILESTONE, milestone);
      await end().fill('');
      await page.keyboard.type('31/12/2027');
      await page.keyboard.press(key);
      expect(await end().inputValue()).toBe(words.canonical);
    },
    60_000,
  );

  it('keeps a text that is no date at the field, says what is wrong, and saves nothing', async () => {
    const before = await kept();
    await open(MILESTONE, milestone);
    for (const [text, message] of [
      ['31.02.2027', words.missing],
      ['tomorrow', words.notUnderstood],
    ] as const) {
      await end().fill(text);
      expect(await save()).toBe(400);
      await page.getByText(message).first().waitFor();
      expect(await end().inputValue()).toBe(text);
      expect(await end().getAttribute('aria-invalid')).toBe('true');
      const description = await end().getAttribute('aria-describedby');
      expect(await page.locator(`[id="${description}"]`).innerText()).toContain(message);
      expect(await kept()).toEqual(before);
    }
    await page.screenshot({ path: path.join(SHOTS, `date-refused-${language}.png`) });
    await end().fill('2027-12-31');
    await page.keyboard.press('Tab');
    await page.getByText(words.notUnderstood).waitFor({ state: 'detached' });
  }, 60_000);

  it('asks for a month where the precision is a month', async () => {
    await open(MILESTONE, milestone);
    await page.getByRole('combobox', { name: words.precision }).click();
    await page.getByRole('option', { name: words.month, exact: true }).click();
    await end().fill('12.2027');
    await page.keyboard.press('Tab');
    expect(await end().inputValue()).toBe(words.canonicalMonth);
    await page.screenshot({ path: path.join(SHOTS, `date-month-${language}.png`) });
    expect(await save()).toBe(200);
    expect(await kept()).toMatchObject({ endDate: '2027-12-01', endPrecision: 'month' });
  }, 60_000);

  it('shows a year as a year', async () => {
    await open(REPORT, report);
    const year = page.getByRole('textbox', { name: words.year });
    await year.waitFor();
    expect(await year.inputValue()).toBe('2019');
  }, 60_000);
});
