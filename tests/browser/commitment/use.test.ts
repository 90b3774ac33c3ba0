import path from 'node:path';
import {
  KUTAISI,
  LANGUAGES,
  openCommitmentPage,
  SHOTS,
  type CommitmentPage,
} from '../../support/commitment-page';
import { closeResources } from '../../support/resources';

const WORDS = {
  ka: {
    copy: 'კოპირება',
    copied: 'დაკოპირდა',
    print: 'ბეჭდვა',
    share: 'სხვა გზით…',
  },
  en: {
    copy: 'Copy',
    copied: 'Copied',
    print: 'Print',
    share: 'Share with…',
  },
};

describe('the page of a commitment, to a visitor', () => {
  let site: CommitmentPage;

  beforeAll(async () => {
    site = await openCommitmentPage();
  }, 120_000);
  afterAll(closeResources);
  afterEach(() => {
    expect(site.problems.splice(0)).toEqual([]);
  });

  it.each(LANGUAGES)(
    'is copied, shared and printed by its buttons (%s)',
    async (language) => {
      const words = WORDS[language];
      const page = await site.open({ permissions: ['clipboard-read', 'clipboard-write'] });
      await page.addInitScript(() => {
        const calls: unknown[] = [];
        Object.assign(window, { calls, print: () => calls.push('print') });
        Object.assign(navigator, { share: async (what: unknown) => void calls.push(what) });
      });
      await page.clock.install();
      await site.goTo(page, language);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      const address = `${site.tracker.url}${KUTAISI}${language === 'en' ? '?locale=en' : ''}`;
      for (const [index, text] of [address, await page.locator('#share-card').inputValue()].entries()) {
        await page
          .locator('.use')
          .getByRole('button', { name: words.copy })
          .nth(index === 0 ? 0 : -1)
          .click();
        await page.locator('.use').getByRole('button', { name: words.copied }).waitFor();
        expect(await copied()).toBe(text);
        expect(await page.locator('#share-status').textContent()).toBe(words.copied);
        await page.clock.runFor(3_000);
        await page.locator('.use').getByRole('button', { name: words.copied }).waitFor({ state: 'detached' });
      }
      await page.locator('.page-header').getByRole('button', { name: words.print }).click();
      await page.getByRole('button', { name: words.share }).click();
      const calls = await page.evaluate(() => (window as unknown as { calls: unknown[] }).calls);
      expect(calls).toEqual(['print', { title: await page.locator('h1').innerText(), url: address }]);
      await page.context().close();
    },
    60_000,
  );

  it.each(LANGUAGES)(
    'is whole on paper: nothing to press, nothing cut, everything open (%s)',
    async (language) => {
      const page = await site.open({ colorScheme: 'dark', viewport: { width: 680, height: 900 } });
      await site.goTo(page, language);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      for (const gone of ['nav', 'form', 'button', '.embed', 'textarea', '.comment-buttons']) {
        expect([gone, await page.locator(`${gone} >> visible=true`).count()]).toEqual([gone, 0]);
      }
      // A4 without its margins, at the 96 dots of a CSS inch.
      const { over, table, again, facts, printed, background } = await page.evaluate(() => ({
        over: document.documentElement.scrollWidth - innerWidth,
        table: document.querySelector('.timeline')!.getBoundingClientRect(),
        // Each milestone once: the table beside the list is for screens.
        again: document.querySelector('.table-details')!.getBoundingClientRect().height,
        facts: document.querySelector('.timeline .facts')!.getBoundingClientRect().height,
        printed: document.querySelector('.printed')!.textContent,
        background: getComputedStyle(document.body).backgroundColor,
      }));
      expect(over).toBe(0);
      expect(table.height).toBeGreaterThan(100);
      expect(table.right).toBeLessThanOrEqual(680);
      expect([again, facts > 0]).toEqual([0, true]);
      expect(printed).toMatch(/\d{4}/);
      expect(background).toBe('rgb(255, 255, 255)');
      const link = page.locator('.key-facts a[href^="https://www.opengovpartnership.org"]');
      expect(await link.evaluate((one) => getComputedStyle(one, '::after').content)).toMatch(
        /attr\(href\)|https:/,
      );
      // What was closed is so again.
      expect(await page.locator('details[open]').count()).toBe(0);
      const pdf = await page.pdf({
        path: path.join(SHOTS, `commitment-print-${language}.pdf`),
        format: 'A4',
      });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
      expect(pages.length).toBeGreaterThanOrEqual(2);
      expect(pages.length).toBeLessThanOrEqual(6);
      await page.context().close();
    },
    60_000,
  );

  it('has no button without its script, and says so where one would write', async () => {
    const page = await site.open({ javaScriptEnabled: false });
    await site.goTo(page, 'en');
    expect(await page.getByRole('button').count()).toBe(0);
    await page.getByText('Writing a comment needs JavaScript').waitFor();
    expect(await page.locator('#share-card').inputValue()).toContain('<iframe');
    await page.context().close();
  }, 30_000);
});
