import type { Locator, Page } from 'playwright-core';
import type { Tracker } from './tracker';

const MILESTONE = 'api::milestone.milestone';

/** What the panel calls the parts of the form in its language. */
export interface DateFormWords {
  readonly end: string;
  readonly precision: string;
  readonly save: string;
}

/** The dates in the form of a milestone, as an editor uses them. */
export interface DateForm {
  /** Goes to the form of a document. */
  open(uid: string, documentId: string): Promise<void>;
  /** The field of the end date. */
  end(): Locator;
  choosePrecision(name: string): Promise<void>;
  /** Waits until the end date is marked as wrong, with this message tied to it. */
  expectRefused(message: string): Promise<void>;
  /** Saves, and waits for the server's answer. @returns its status */
  save(): Promise<number>;
  /** The time frame as it is stored. */
  kept(): Promise<Record<string, string>>;
}

/**
 * @param page a window of the panel, logged in
 * @param milestone whose form it is
 */
export function dateForm(tracker: Tracker, page: Page, milestone: string, words: DateFormWords): DateForm {
  const end = (): Locator => page.getByRole('textbox', { name: words.end });
  return {
    end,
    open: async (uid, documentId) => {
      await page.goto(
        `${tracker.url}/admin/content-manager/collection-types/${uid}/${documentId}?plugins[i18n][locale]=ka`,
      );
    },
    choosePrecision: async (name) => {
      await page.getByRole('combobox', { name: words.precision }).click();
      await page.getByRole('option', { name, exact: true }).click();
    },
    expectRefused: async (message) => {
      await page.locator('[data-strapi-field-error]').getByText(message).waitFor();
      expect(await end().getAttribute('aria-invalid')).toBe('true');
      const description = await end().getAttribute('aria-describedby');
      expect(await page.locator(`[id="${description}"]`).innerText()).toContain(message);
    },
    save: async () => {
      const [answer] = await Promise.all([
        page.waitForResponse((one) => one.request().method() === 'PUT' && one.url().includes(milestone)),
        page.getByRole('button', { name: words.save, exact: true }).click(),
      ]);
      return answer.status();
    },
    kept: async () => {
      const row = await tracker.strapi
        .documents(MILESTONE)
        .findOne({ documentId: milestone, locale: 'ka', populate: { timeframe: true } } as never);
      return (row as unknown as { timeframe: Record<string, string> }).timeframe;
    },
  };
}
