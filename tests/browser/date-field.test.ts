import type { Page } from 'playwright-core';
import { bootWithPanel } from '../support/browser';
import { dateForm, type DateForm } from '../support/date-form';
import { closeResources } from '../support/resources';
import type { Tracker } from '../support/tracker';

const MILESTONE = 'api::milestone.milestone';

/** What a date field is for; every format, key and language is in `heavy-browser`. */
describe('a date typed in the panel', () => {
  let tracker: Tracker;
  let page: Page;
  let milestone: string;
  let form: DateForm;

  beforeAll(async () => {
    ({ tracker, page } = await bootWithPanel());
    const made = await tracker.strapi.documents(MILESTONE).create({
      locale: 'ka',
      data: { title: 'ეტაპი', timeframe: { startDate: '2020-01-01', startPrecision: 'day' } } as never,
    });
    milestone = made.documentId;
    form = dateForm(tracker, page, milestone, { end: 'End date', precision: 'End precision', save: 'Save' });
    await form.open(MILESTONE, milestone);
  }, 120_000);
  afterAll(closeResources);

  it('is refused at its field where it is none, and nothing is saved', async () => {
    const before = await form.kept();
    await form.end().fill('31.02.2027');
    expect(await form.save()).toBe(400);
    await form.expectRefused('There is no such day in the calendar');
    expect(await form.end().inputValue()).toBe('31.02.2027');
    expect(await form.kept()).toEqual(before);
  }, 60_000);

  it('is written in one format and kept', async () => {
    await form.end().fill('');
    await form.end().click();
    await page.keyboard.type('12/31/2027');
    await page.keyboard.press('Tab');
    expect(await form.end().inputValue()).toBe('2027-12-31');
    expect(await form.save()).toBe(200);
    expect(await form.kept()).toMatchObject({ endDate: '2027-12-31', endPrecision: 'day' });
  }, 60_000);

  it('is kept as a month where the precision is a month', async () => {
    await form.open(MILESTONE, milestone);
    await form.choosePrecision('Month');
    await form.end().fill('12.2027');
    await page.keyboard.press('Tab');
    expect(await form.end().inputValue()).toBe('2027-12');
    expect(await form.save()).toBe(200);
    expect(await form.kept()).toMatchObject({ endDate: '2027-12-01', endPrecision: 'month' });
  }, 60_000);
});
