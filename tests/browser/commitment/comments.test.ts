import path from 'node:path';
import type { Page } from 'playwright-core';
import { violationsOf } from '../../support/accessibility';
import { LANGUAGES, openCommitmentPage, SHOTS, type CommitmentPage } from '../../support/commitment-page';
import { approvedComment, COMMENT, moderate, solveProof } from '../../support/comments';
import { closeResources } from '../../support/resources';

const WORDS = {
  ka: {
    author: 'ნინო',
    report: 'დარღვევის შეტყობინება კომენტარზე, ავტორი: ნინო',
    reason: 'მიზეზი',
    details: 'განმარტება',
    hate: 'სიძულვილის ენა',
    reasonWrong: 'ველის შევსება სავალდებულოა',
    reported: 'მოდერატორები ამ კომენტარს განიხილავენ',
    reply: 'პასუხი კომენტარზე, ავტორი: ნინო',
    email: 'ელფოსტა',
    body: 'პასუხი',
    replied: 'თქვენი პასუხი დადასტურებას ელოდება',
    send: 'გაგზავნა',
    close: 'დახურვა',
  },
  en: {
    author: 'Nino',
    report: 'Report the comment by Nino',
    reason: 'Reason',
    details: 'Explanation',
    hate: 'Hate speech',
    reasonWrong: 'This field is required',
    reported: 'The moderators will look at this comment',
    reply: 'Answer Nino',
    email: 'E-mail',
    body: 'Answer',
    replied: 'Your answer awaits approval',
    send: 'Send',
    close: 'Close',
  },
};

describe('a comment on the page of a commitment, to a visitor', () => {
  let site: CommitmentPage;

  const commentOf = async (text: string): Promise<{ documentId: string }> => {
    const [comment] = await site.tracker.strapi.db.query(COMMENT).findMany({ where: { body: text } });
    return comment as { documentId: string };
  };
  const focused = (page: Page) =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '',
    );

  beforeAll(async () => {
    // With the proof of work: a page has to make it.
    site = await openCommitmentPage({ COMMENTS_PROOF_OF_WORK: 'true' });
    for (const language of LANGUAGES) {
      const altcha = await solveProof(site.tracker);
      const authorName = WORDS[language].author;
      await approvedComment(site.tracker, site.documentId, {
        authorName,
        body: `Comment in ${language}`,
        altcha,
      });
    }
  }, 120_000);
  afterAll(closeResources);
  afterEach(() => {
    expect(site.problems.splice(0)).toEqual([]);
  });

  it.each(LANGUAGES)(
    'takes a report of a comment, all by keyboard, and loses nothing (%s)',
    async (language) => {
      const words = WORDS[language];
      const page = await site.open();
      await site.goTo(page, language);
      const openReport = async () => {
        await page.getByRole('button', { name: words.report }).focus();
        await page.keyboard.press('Enter');
      };
      await openReport();
      const dialog = page.getByRole('dialog', { name: words.report });
      await dialog.waitFor();
      expect(await focused(page)).toBe('report-reason');
      await dialog.getByText(`Comment in ${language}`).waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.type('It names a person');
      await page.keyboard.press('Escape');
      expect(await dialog.count()).toBe(0);
      expect(await focused(page)).toBe(words.report);

      await page.reload();
      await openReport();
      expect(await dialog.getByLabel(words.details).inputValue()).toBe('It names a person');
      await dialog.getByRole('button', { name: words.send }).click();
      const summary = dialog.getByRole('alert');
      await summary.getByText(words.reasonWrong).waitFor();
      expect(await summary.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await dialog.getByLabel(words.reason).getAttribute('aria-invalid')).toBe('true');
      expect(await dialog.locator('#report-reason-error').innerText()).toContain(words.reasonWrong);
      expect(await violationsOf(page)).toEqual([]);
      await site.shot(page, `report-errors-${language}`, false);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('report-reason');
      await dialog.getByLabel(words.reason).selectOption({ label: words.hate });
      await dialog.getByRole('button', { name: words.send }).click();
      await dialog.getByText(words.reported).waitFor();
      expect(await dialog.locator('.thanks').evaluate((one) => one === document.activeElement)).toBe(true);
      await site.shot(page, `report-thanks-${language}`, false);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      expect(await focused(page)).toBe(words.report);

      const comment = await commentOf(`Comment in ${language}`);
      expect(comment).toMatchObject({ openReports: 1, moderationStatus: 'approved' });
      const [report] = await site.tracker.strapi
        .plugin('accountability')
        .service('moderation')
        .reports(comment.documentId);
      expect(report).toMatchObject({ reason: 'hate', details: 'It names a person' });
      await openReport();
      expect(await dialog.getByLabel(words.details).inputValue()).toBe('');
      await page.context().close();
    },
    60_000,
  );

  it.each(LANGUAGES)(
    'answers a comment: errors at the fields, nothing lost, approval awaited (%s)',
    async (language) => {
      const words = WORDS[language];
      const page = await site.open({ viewport: { width: 360, height: 740 } });
      await site.goTo(page, language);
      const dialog = page.getByRole('dialog', { name: words.reply });
      await page.getByRole('button', { name: words.reply }).press('Enter');
      expect(await focused(page)).toBe('reply-authorName');
      await page.keyboard.type('Gio');
      await dialog.getByRole('textbox', { name: words.email }).fill('no address');
      await dialog.getByRole('textbox', { name: words.body }).fill(`An answer in ${language}`);
      await dialog.getByRole('button', { name: words.send }).click();
      const summary = dialog.getByRole('alert');
      await summary.getByRole('link').waitFor();
      expect(await violationsOf(page)).toEqual([]);
      await site.shot(page, `reply-errors-${language}`, false);
      const overflow = await dialog.evaluate((one) => one.scrollWidth - one.clientWidth);
      expect(overflow).toBe(0);
      await summary.getByRole('link').click();
      expect(await focused(page)).toBe('reply-authorEmail');

      await page.reload();
      await page.getByRole('button', { name: words.reply }).press('Enter');
      expect(await dialog.getByRole('textbox', { name: words.body }).inputValue()).toBe(
        `An answer in ${language}`,
      );
      await dialog.getByRole('textbox', { name: words.email }).fill('gio@example.org');
      // The form of comments is another one, and keeps what is its own.
      expect(await page.locator('#comment-body').inputValue()).toBe('');
      await dialog.getByRole('button', { name: words.send }).click();
      await dialog.getByText(words.replied).waitFor();
      await dialog.getByRole('button', { name: words.close }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
      expect(await focused(page)).toBe(words.reply);

      const answer = await commentOf(`An answer in ${language}`);
      const { documentId: parentId } = await commentOf(`Comment in ${language}`);
      expect(answer).toMatchObject({ parentId, moderationStatus: 'pending', language, authorName: 'Gio' });
      await moderate(site.tracker, answer.documentId, 'approve');
      await page.reload();
      const thread = page.locator(`li:has(> #comment-${parentId})`);
      await thread.locator('.comments').getByText(`An answer in ${language}`).waitFor();
      // Answers are one level deep; reports may be made of all.
      const below = thread.locator('.comments').getByRole('button');
      expect(await below.count()).toBe(1);
      const section = page.locator('section[data-address]');
      await section.screenshot({ path: path.join(SHOTS, `commitment-thread-${language}.png`) });
      await page.context().close();
    },
    60_000,
  );

  it('keeps the text where the site cannot be reached, and where the comment cannot be answered any more', async () => {
    const page = await site.open();
    const altcha = await solveProof(site.tracker);
    const gone = await approvedComment(site.tracker, site.documentId, {
      authorName: 'Gone',
      body: 'Soon hidden',
      altcha,
    });
    await site.goTo(page, 'en');
    await page.getByRole('button', { name: 'Answer Gone' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Gio');
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill('gio@example.org');
    await dialog.getByRole('textbox', { name: 'Answer' }).fill('Too late');
    const send = dialog.getByRole('button', { name: 'Send' });
    await page.route('**/comments?*', (route) => route.abort());
    await send.click();
    await dialog.getByRole('alert').getByText('The site cannot be reached').waitFor();
    await page.unroute('**/comments?*');
    await moderate(site.tracker, gone, 'hide');
    await send.click();
    await dialog.getByRole('alert').getByText('The comment you are answering does not exist').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Answer' }).inputValue()).toBe('Too late');
    await page.context().close();
  }, 60_000);
});
