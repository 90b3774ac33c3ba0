import path from 'node:path';
import type { Page } from 'playwright-core';
import { bootWithPanel } from './browser';
import { dateForm, type DateForm } from './date-form';
import { closeResources } from './resources';
import { ROOT } from './processes';
import type { Tracker } from './tracker';

const MILESTONE = 'api::milestone.milestone';
const REPORT = 'api::progress-report.progress-report';
const SHOTS = path.join(ROOT, '.tmp/screenshots');

const WORDS = {
  en: {
    start: 'Start date',
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
    season: 'Season',
    autumn: 'Autumn 2027',
    periods: [
      ['Quarter', '2027-Q4', '2027-10-01', 'quarter'],
      ['Season', 'Autumn 2027', '2027-09-01', 'season'],
      ['Year', '2027', '2027-01-01', 'year'],
    ],
    confirm: 'Confirm',
  },
  ka: {
    start: 'დაწყების თარიღი',
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
    season: 'სეზონი',
    autumn: 'შემოდგომა 2027',
    periods: [
      ['კვარტალი', 'IV 2027', '2027-10-01', 'quarter'],
      ['სეზონი', 'შემოდგომა 2027', '2027-09-01', 'season'],
      ['წელი', '2027', '2027-01-01', 'year'],
    ],
    confirm: 'დადასტურება',
  },
} as const;

/** Tests of the date fields of the panel, typed in one of its languages. */
export const testTypedDates = (language: keyof typeof WORDS) => () => {
  const words = WORDS[language];
  let tracker: Tracker;
  let page: Page;
  let milestone: string;
  let report: string;
  let form: DateForm;

  beforeAll(async () => {
    ({ tracker, page } = await bootWithPanel());
    await page.evaluate((code) => window.localStorage.setItem('strapi-admin-language', code), language);
    const made = await tracker.strapi.documents(MILESTONE).create({
      locale: 'ka',
      data: { title: 'ეტაპი', timeframe: { startDate: '2020-01-01', startPrecision: 'day' } } as never,
    });
    milestone = made.documentId;
    form = dateForm(tracker, page, milestone, words);
    const reported = await tracker.strapi
      .documents(REPORT)
      .create({ locale: 'ka', data: { period: { kind: 'annual', year: 2019 } } as never });
    report = reported.documentId;
  }, 120_000);
  afterAll(closeResources);

  it.each(words.accepted)(
    'keeps %s, typed and saved at once',
    async (text) => {
      await tracker.strapi.documents(MILESTONE).update({
        documentId: milestone,
        locale: 'ka',
        data: { timeframe: { startDate: '2020-01-01', startPrecision: 'day' } } as never,
      });
      await form.open(MILESTONE, milestone);
      await form.end().click();
      await page.keyboard.type(text);
      expect(await form.end().inputValue()).toBe(text);
      expect(await form.save()).toBe(200);
      expect(await form.kept()).toMatchObject({ endDate: '2027-12-31', endPrecision: 'day' });
    },
    60_000,
  );

  it.each(['Tab', 'Enter'])(
    'writes the date in one format after %s',
    async (key) => {
      await form.open(MILESTONE, milestone);
      await form.end().fill('');
      await page.keyboard.type('31/12/2027');
      await page.keyboard.press(key);
      expect(await form.end().inputValue()).toBe(words.canonical);
    },
    60_000,
  );

  it.each(['Tab', 'Enter', 'a click elsewhere'])(
    'says after %s that a text is no date, and until another is typed',
    async (way) => {
      await form.open(MILESTONE, milestone);
      await form.end().fill('tomorrow');
      expect(await form.end().getAttribute('aria-invalid')).not.toBe('true');
      await (way === 'a click elsewhere'
        ? page.getByRole('textbox', { name: words.start }).click()
        : page.keyboard.press(way));
      await form.expectRefused(words.notUnderstood);
      expect(await form.end().inputValue()).toBe('tomorrow');
      await form.end().fill('2027-12-31');
      await page.locator('[data-strapi-field-error]').waitFor({ state: 'detached' });
    },
    60_000,
  );

  it('keeps a text that is no date at the field, says what is wrong, and saves nothing', async () => {
    const before = await form.kept();
    await form.open(MILESTONE, milestone);
    await page.locator('input[name=title]').fill('სხვა სათაური');
    for (const [text, message] of [
      ['31.02.2027', words.missing],
      ['tomorrow', words.notUnderstood],
    ] as const) {
      await form.end().fill(text);
      expect(await form.save()).toBe(400);
      await form.expectRefused(message);
      // The server's answer is followed by another reading of the document, which must not undo what was typed.
      await page.waitForLoadState('networkidle');
      await form.expectRefused(message);
      expect(await form.end().inputValue()).toBe(text);
      expect(await page.locator('input[name=title]').inputValue()).toBe('სხვა სათაური');
      expect(await form.kept()).toEqual(before);
    }
    await page.screenshot({ path: path.join(SHOTS, `date-refused-${language}.png`) });
    await form.end().fill('2027-12-31');
    await page.keyboard.press('Tab');
    await page.locator('[data-strapi-field-error]').waitFor({ state: 'detached' });
    expect(await form.save()).toBe(200);
  }, 60_000);

  it.each(words.periods)(
    'keeps a %s, typed or chosen from a calendar',
    async (name, text, date, precision) => {
      await form.open(MILESTONE, milestone);
      await form.choosePrecision(name);
      await form.end().fill(text);
      await page.keyboard.press('Tab');
      expect(await form.end().inputValue()).toBe(text);
      expect(await form.save()).toBe(200);
      expect(await form.kept()).toMatchObject({ endDate: date, endPrecision: precision });

      await page.locator('input[type=date]').nth(1).fill('2026-11-15');
      expect(await form.end().inputValue()).toBe(text.replace('2027', '2026'));
      expect(await form.save()).toBe(200);
      expect(await form.kept()).toMatchObject({
        endDate: date.replace('2027', '2026'),
        endPrecision: precision,
      });
    },
    60_000,
  );

  it('reads a refused text again when the precision changes', async () => {
    await tracker.strapi.documents(MILESTONE).update({
      documentId: milestone,
      locale: 'ka',
      data: { timeframe: { endDate: '2026-01-01', endPrecision: 'day' } } as never,
    });
    await form.open(MILESTONE, milestone);
    await form.end().fill(words.autumn);
    await page.keyboard.press('Tab');
    await form.expectRefused(words.notUnderstood);
    await form.choosePrecision(words.season);
    await page.locator('[data-strapi-field-error]').waitFor({ state: 'detached' });
    expect(await form.end().inputValue()).toBe(words.autumn);
    expect(await form.save()).toBe(200);
    expect(await form.kept()).toMatchObject({ endDate: '2027-09-01', endPrecision: 'season' });
  }, 60_000);

  it('discards what was typed when another language of the document comes in', async () => {
    await form.open(MILESTONE, milestone);
    await form.end().fill('tomorrow');
    await page.getByRole('combobox').filter({ hasText: '(ka)' }).click();
    await page.getByRole('option', { name: /\(en\)/ }).click();
    await page.getByRole('button', { name: words.confirm, exact: true }).click();
    await page.waitForURL(/=en/);
    await page.locator('input[name=title]').waitFor();
    expect(await page.locator('input[value=tomorrow]').count()).toBe(0);
    expect(await page.locator('[data-strapi-field-error]').count()).toBe(0);
  }, 60_000);

  it('asks for a month where the precision is a month', async () => {
    await form.open(MILESTONE, milestone);
    await form.choosePrecision(words.month);
    await form.end().fill('12.2027');
    await page.keyboard.press('Tab');
    expect(await form.end().inputValue()).toBe(words.canonicalMonth);
    await page.screenshot({ path: path.join(SHOTS, `date-month-${language}.png`) });
    expect(await form.save()).toBe(200);
    expect(await form.kept()).toMatchObject({ endDate: '2027-12-01', endPrecision: 'month' });
  }, 60_000);

  it('shows a year as a year, and heads the form of a report by what it is', async () => {
    await form.open(REPORT, report);
    await page.getByRole('heading', { level: 1, name: '2019, Annual' }).waitFor();
    const year = page.getByRole('textbox', { name: words.year });
    await year.waitFor();
    expect(await year.inputValue()).toBe('2019');
    await year.fill('2020');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '2020, Annual' }).waitFor();
    await year.fill('2019');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '2019, Annual' }).waitFor();
  }, 60_000);
};
