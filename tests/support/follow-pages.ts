import type { Page } from 'playwright-core';
import { overflowOf, violationsOf } from './accessibility';
import { openCommitmentPage, type CommitmentPage } from './commitment-page';
import { linkIn } from './follow';
import { startMailServer, type MailServer } from './mail-server';
import { closeResources } from './resources';

const ALL = ['ka', 'en', 'es', 'fr', 'ar'];
const PHONE = { width: 320, height: 800 };

/** Tests that a visitor can follow by mail, and finds no fault in its pages. @param languages of those pages */
export const testFollowing = (languages: readonly string[]) => () => {
  let site: CommitmentPage;
  let mails: MailServer;
  beforeAll(async () => {
    mails = await startMailServer();
    site = await openCommitmentPage({
      LOCALES: ALL.join(','),
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mails.port),
      SMTP_FROM: 'tracker@example.org',
    });
    site.tracker.strapi.cron.remove('accountability-follow');
  }, 120_000);
  afterAll(async () => {
    await closeResources();
    await mails.close();
  });
  afterEach(() => {
    expect(site.problems.splice(0)).toEqual([]);
  });
  const run = (): Promise<unknown> => site.tracker.strapi.plugin('accountability').service('follow').run();
  const faults = async (page: Page): Promise<unknown[]> => [
    ...(await violationsOf(page)),
    ...((await overflowOf(page)) > 0 ? ['too wide'] : []),
  ];

  it('is asked for, confirmed and ended without scripts, on a phone, in each language', async () => {
    for (const language of languages) {
      const address = `reader-${language}@example.org`;
      const page = await site.open({ javaScriptEnabled: false, viewport: PHONE });
      await site.goTo(page, language);
      const form = page.locator('form.follow');
      await page.locator('.follow-section summary').click();
      await form.locator('[name=email]').fill(address);
      await form.locator('[name=rhythm][value=daily]').check();
      await form.locator('button').click();
      await page.waitForURL(/\/follow\b/);
      const sent = await page.locator('h1').textContent();
      await run();
      const confirm = linkIn(
        mails.mails.find(({ to }) => to.includes(address)),
        'confirm',
      );
      await page.goto(`${site.tracker.url}${confirm}`);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      await page.locator('main button').click();
      await page.locator('main [role=status]').waitFor();
      expect(sent).not.toBe(await page.locator('h1').textContent());
      await page.context().close();
    }
    expect(await site.tracker.strapi.db.query('plugin::accountability.follow').count({})).toBe(
      languages.length,
    );
  }, 120_000);

  it('has no fault on its pages, with what is wrong at the fields', async () => {
    const ask = `/follow?subject=${site.documentId}`;
    for (const language of languages) {
      const page = await site.open({ viewport: PHONE });
      await page.goto(`${site.tracker.url}${ask}&locale=${language}`);
      expect([language, await faults(page)]).toEqual([language, []]);
      await page.locator('form.follow').evaluate((form: HTMLFormElement) => {
        form.noValidate = true;
      });
      await page.locator('form.follow button').click();
      expect(await page.locator('#follow-email').getAttribute('aria-invalid')).toBe('true');
      expect([language, await faults(page)]).toEqual([language, []]);
      await site.shot(page, `follow-wrong-${language}`);
      const confirmation = mails.mails.find(({ to }) => to.includes(`reader-${language}@example.org`));
      await page.goto(`${site.tracker.url}${linkIn(confirmation, 'confirm')}`);
      expect([language, await faults(page)]).toEqual([language, []]);
      await page.context().close();
    }
    const page = await site.open({ colorScheme: 'dark' });
    await site.goTo(page, languages[0]!);
    await page.locator('#follow').scrollIntoViewIfNeeded();
    expect(await faults(page)).toEqual([]);
    await site.shot(page, 'follow-desk', false);
    await page.context().close();
  }, 120_000);
};
