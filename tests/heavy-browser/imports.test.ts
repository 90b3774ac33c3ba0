import path from 'node:path';
import type { Browser } from 'playwright-core';
import {
  colourViolationsOf,
  overflowOf,
  settledColours,
  unreachableScrollers,
  violationsOf,
} from '../support/accessibility';
import { bootWithPanel, openPanel } from '../support/browser';
import { ImportPage, CORRECTED, WITH_FAULTS } from '../support/import-page';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import type { Tracker } from '../support/tracker';

const LANGUAGES = ['ka', 'en', 'es', 'fr', 'ar'];
const WIDTHS = { desk: 1400, phone: 320 };

describe('the page of imports, for everybody', () => {
  let tracker: Tracker;
  let browser: Browser;

  beforeAll(async () => {
    ({ tracker, browser } = await bootWithPanel());
    const plans = tracker.strapi.documents('api::action-plan.action-plan');
    const data = { code: 'GE-2030', title: 'Plan' };
    const { documentId } = await plans.create({ locale: 'ka', data: data as never });
    await plans.publish({ documentId, locale: '*' } as never);
  }, 120_000);
  afterAll(closeResources);

  it.each(LANGUAGES)(
    'has no fault in %s, in any of its states',
    async (language) => {
      const page = await openPanel(tracker, browser, ['strapi-editor'], language);
      const imports = new ImportPage(page, tracker.url, language);
      const look = async (state: string): Promise<void> => {
        for (const [name, width] of Object.entries(WIDTHS)) {
          await page.setViewportSize({ width, height: 1000 });
          await page.mouse.move(width / 2, 5);
          await settledColours(page);
          const seen = {
            violations: await violationsOf(page),
            overflow: await overflowOf(page),
            unreachable: await unreachableScrollers(page),
          };
          // Strapi scrolls a part of the page: all of it is in a window that is high enough.
          await page.setViewportSize({ width, height: 2600 });
          await page.screenshot({
            path: path.join(ROOT, '.tmp/screenshots', `imports-${language}-${state}-${name}.png`),
          });
          expect([state, name, seen]).toEqual([
            state,
            name,
            { violations: [], overflow: 0, unreachable: [] },
          ]);
        }
        await page.setViewportSize({ width: WIDTHS.desk, height: 1000 });
        await page.emulateMedia({ colorScheme: 'dark' });
        await settledColours(page);
        const dark = await colourViolationsOf(page);
        await page.screenshot({
          path: path.join(ROOT, '.tmp/screenshots', `imports-${language}-${state}-dark.png`),
        });
        await page.emulateMedia({ colorScheme: 'light' });
        expect([state, dark]).toEqual([state, []]);
      };

      await imports.open();
      await look('empty');
      await imports.choose(WITH_FAULTS);
      await look('file');
      await imports.check('refused');
      await look('refused');
      await imports.choose(CORRECTED);
      await imports.check('checked');
      await look('checked');
      await imports.button('import').click();
      await imports.expectOutcome('done');
      await look('done');
      await page
        .getByRole('button', { name: imports.words('undo') })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
      await look('undo');
      await imports.button('undo.run').click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.getByText(imports.words('status.undone'), { exact: true }).first().waitFor();
      await look('undone');
      await page.close();
    },
    180_000,
  );
});
