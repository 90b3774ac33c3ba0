import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { ROOT } from './processes';

/** Commitments of the plan `GE-2030`, saved by LibreOffice: tests/browser/fixtures/README.md. */
export const WITH_FAULTS = 'commitments-with-faults.xlsx';
export const CORRECTED = 'commitments-corrected.xlsx';

/** Where the faults are, by row and column as a spreadsheet program counts them. */
export const FAULTS: readonly (readonly [row: number, column: string | null])[] = [
  [3, 'Status'],
  [4, 'Commitment title'],
  [5, 'Commitment title'],
  [6, 'Action plan'],
  [7, 'End date'],
  [8, 'End date'],
  [9, null],
  [10, 'End date'],
];

/** The message of the panel that has this key in the section of imports. */
const wordsIn = (language: string): ((key: string) => string) => {
  const file = path.join(ROOT, `src/plugins/accountability/words/${language}.json`);
  const { panel } = JSON.parse(readFileSync(file, 'utf8')) as { panel: Record<string, string> };
  return (key) => {
    const word = panel[`imports.${key}`];
    if (word === undefined) throw new Error(`No word imports.${key} in ${language}`);
    return word;
  };
};

/** The page of imports in the panel, in a language. */
export class ImportPage {
  readonly words: (key: string) => string;

  constructor(
    readonly page: Page,
    private readonly url: string,
    language = 'en',
  ) {
    this.words = wordsIn(language);
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.url}/admin/plugins/accountability/imports`);
    await this.page.getByRole('heading', { level: 1, name: this.words('title') }).waitFor();
    await this.button('files.choose').waitFor();
  }

  button(key: string): Locator {
    return this.page.getByRole('button', { name: this.words(key), exact: true });
  }

  /** Chooses a file of the fixtures, and waits until what is in it is on the page. */
  async choose(name: string): Promise<void> {
    await this.page.setInputFiles('input[type=file]', path.join(ROOT, 'tests/browser/fixtures', name));
    await this.page.getByRole('heading', { level: 3, name: `${name} · XLSX` }).waitFor();
  }

  /** Takes an option of a labelled select. */
  async select(label: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: label, exact: true }).click();
    await this.page.getByRole('option', { name: option, exact: true }).click();
  }

  async check(outcome: string): Promise<void> {
    await this.button('check').click();
    await this.expectOutcome(outcome);
  }

  /** Waits for what came of a check or an import. */
  async expectOutcome(outcome: string): Promise<void> {
    await this.page
      .getByRole('status')
      .filter({ hasText: this.words(`outcome.${outcome}`) })
      .waitFor();
  }

  /** The errors by row, as they are on the page. */
  async errors(): Promise<{ place: string; message: string }[]> {
    const items = this.page
      .getByRole('list', { name: this.words('problems.list') })
      .getByRole('listitem')
      .filter({ has: this.page.getByText(this.words('severity.error'), { exact: true }) });
    const texts = await items.evaluateAll((all) =>
      all.map((item) => [...item.querySelectorAll('span, p')].map((part) => part.textContent ?? '')),
    );
    return texts.map((parts) => ({ place: parts.at(-2) ?? '', message: parts.at(-1) ?? '' }));
  }
}

/** Places as the page says them: the row's number, the column's header. */
export const placeOf = (place: string): [row: number, column: string | null] => {
  const [, , row = '', column] = place.split(' · ');
  return [Number(/\d+/.exec(row)?.[0]), /[“„«](.*)[”“»]/.exec(column ?? '')?.[1]?.trim() ?? null];
};
