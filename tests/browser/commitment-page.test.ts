import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { violationsOf } from '../support/accessibility';
import { launchBrowser } from '../support/browser';
import { approvedComment, COMMENT, moderate, NO_LIMITS, solveProof } from '../support/comments';
import { makeCommitment, makeMilestone } from '../support/milestones';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const SHOTS = path.join(ROOT, '.tmp/screenshots');
const KUTAISI = '/commitments/open-data-kutaisi';
const WORDS = {
  ka: {
    copy: 'კოპირება',
    copied: 'დაკოპირდა',
    print: 'ბეჭდვა',
    share: 'სხვა გზით…',
    status: 'დასრულდა',
    author: 'ნინო',
    report: 'დარღვევის შეტყობინება კომენტარზე, ავტორი: ნინო',
    reason: 'მიზეზი',
    details: 'განმარტება',
    hate: 'სიძულვილის ენა',
    reasonWrong: 'ველის შევსება სავალდებულოა',
    reported: 'მოდერატორები ამ კომენტარს განიხილავენ',
    reply: 'პასუხი კომენტარზე, ავტორი: ნინო',
    name: 'სახელი',
    email: 'ელფოსტა',
    body: 'პასუხი',
    replied: 'თქვენი პასუხი დადასტურებას ელოდება',
    send: 'გაგზავნა',
    close: 'დახურვა',
  },
  en: {
    copy: 'Copy',
    copied: 'Copied',
    print: 'Print',
    share: 'Share with…',
    status: 'Completed',
    author: 'Nino',
    report: 'Report the comment by Nino',
    reason: 'Reason',
    details: 'Explanation',
    hate: 'Hate speech',
    reasonWrong: 'This field is required',
    reported: 'The moderators will look at this comment',
    reply: 'Answer Nino',
    name: 'Name',
    email: 'E-mail',
    body: 'Answer',
    replied: 'Your answer awaits approval',
    send: 'Send',
    close: 'Close',
  },
};
const LANGUAGES = ['ka', 'en'] as const;

describe('the page of a commitment, to a visitor', () => {
  let tracker: Tracker;
  let browser: Browser;
  let elsewhere: Server;
  let otherSite = '';
  let body = '';
  let kutaisi = '';
  const problems: string[] = [];

  const open = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      // A picture is not to be taken while the page moves.
      reducedMotion: 'reduce',
      ...options,
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      // Answers with 400 are what some of the tests are about.
      const isExpected = message.text().startsWith('Failed to load resource');
      if (['error', 'warning'].includes(message.type()) && !isExpected) problems.push(message.text());
    });
    return page;
  };
  const goTo = (page: Page, language: string, address = KUTAISI) =>
    page.goto(`${tracker.url}${address}?locale=${language}`);
  const shot = (page: Page, name: string, fullPage = true) =>
    page.screenshot({ path: path.join(SHOTS, `commitment-${name}.png`), fullPage });
  const commentOf = async (text: string): Promise<{ documentId: string }> => {
    const [comment] = await tracker.strapi.db.query(COMMENT).findMany({ where: { body: text } });
    return comment as { documentId: string };
  };
  const focused = (page: Page) =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.id ?? '',
    );

  beforeAll(async () => {
    // With the proof of work: a page has to make it.
    tracker = await bootTracker({ env: { SEED_DEMO: 'true', ...NO_LIMITS, COMMENTS_PROOF_OF_WORK: 'true' } });
    const found = await tracker.strapi
      .documents('api::commitment.commitment')
      .findFirst({ filters: { slug: 'open-data-kutaisi' } } as never);
    kutaisi = found!.documentId;
    for (const language of LANGUAGES) {
      const altcha = await solveProof(tracker);
      const authorName = WORDS[language].author;
      await approvedComment(tracker, kutaisi, { authorName, body: `Comment in ${language}`, altcha });
    }
    browser = await launchBrowser();
    elsewhere = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><title>Elsewhere</title><body>${body}`);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => elsewhere.once('listening', resolve));
    otherSite = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  }, 120_000);
  afterAll(async () => {
    elsewhere.close();
    await browser.close();
    await tracker.close();
  });
  afterEach(() => {
    expect(problems.splice(0)).toEqual([]);
  });

  it.each(LANGUAGES)(
    'is shown on another site as a card, and not as itself (%s)',
    async (language) => {
      const words = WORDS[language];
      const page = await open();
      await goTo(page, language);
      const snippet = await page.locator('#share-card').inputValue();
      body = `${snippet}<iframe id="whole" src="${tracker.url}${KUTAISI}" width="600" height="300"></iframe>`;
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(otherSite);
        const card = page.frameLocator('iframe[title]');
        await card.getByRole('heading', { level: 1 }).waitFor();
        await card.getByText(words.status, { exact: true }).waitFor();
        // Nothing is cut off at the width a page has for it.
        const overflow = await card
          .locator('html')
          .evaluate((root) => [root.scrollWidth - root.clientWidth, root.scrollHeight - root.clientHeight]);
        expect(overflow).toEqual([0, 0]);
        await shot(page, `card-${language}-${colorScheme}`);
      }
      const whole = page.frames().find((frame) => frame.parentFrame() && !frame.url().includes('/card'));
      // Whatever the browser shows instead, it is nothing of the page.
      expect(await whole!.locator('#milestones, #history, .site-header').count()).toBe(0);
      // What the browser says about the refusal, once for each visit.
      expect(problems.splice(0).join('\n')).toMatch(/frame-ancestors|X-Frame-Options/);

      const [opened] = await Promise.all([
        page.context().waitForEvent('page'),
        page.frameLocator('iframe[title]').getByRole('heading', { level: 1 }).getByRole('link').click(),
      ]);
      await opened.waitForLoadState();
      expect(new URL(opened.url()).pathname).toBe(KUTAISI);
      expect(await opened.getAttribute('html', 'lang')).toBe(language);
      expect(await opened.evaluate(() => window.opener)).toBeNull();
      expect(page.url()).toBe(otherSite);
      await page.context().close();
    },
    60_000,
  );

  it('has a card that holds endless words and titles, however narrow', async () => {
    const word = 'ანტიკონსტიტუციონალისტურისთვის'.repeat(7).slice(0, 200);
    const title = `${word} ${'გრძელი დასახელება '.repeat(15)}`;
    const id = await makeCommitment(tracker, { title, data: { slug: 'long', code: '1.1' } });
    const timeframe = { endDate: '2090-05-01', endPrecision: 'month' };
    await makeMilestone(tracker, { title: word, data: { commitment: id, code: '1.1.1', timeframe } });
    const page = await open();
    for (const width of [240, 320, 576]) {
      await page.setViewportSize({ width, height: 330 });
      await goTo(page, 'ka', '/commitments/long/card');
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        expect([width, colorScheme, await violationsOf(page)]).toEqual([width, colorScheme, []]);
      }
      const [over, below] = await page.evaluate(() => {
        const { scrollWidth, scrollHeight } = document.documentElement;
        const { bottom } = document.querySelector('main')!.getBoundingClientRect();
        return [scrollWidth - innerWidth, Math.max(0, Math.round(scrollHeight - bottom))];
      });
      expect([width, over, below]).toEqual([width, 0, 0]);
      await shot(page, `card-long-${width}`);
    }
    await page.context().close();
  }, 30_000);

  it.each(LANGUAGES)(
    'is copied, shared and printed by its buttons (%s)',
    async (language) => {
      const words = WORDS[language];
      const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
      await page.addInitScript(() => {
        const calls: unknown[] = [];
        Object.assign(window, { calls, print: () => calls.push('print') });
        Object.assign(navigator, { share: async (what: unknown) => void calls.push(what) });
      });
      await page.clock.install();
      await goTo(page, language);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      const address = `${tracker.url}${KUTAISI}${language === 'en' ? '?locale=en' : ''}`;
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
      const page = await open({ colorScheme: 'dark', viewport: { width: 680, height: 900 } });
      await goTo(page, language);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      for (const gone of ['nav', 'form', 'button', '.embed', 'textarea', '.comment-buttons']) {
        expect([gone, await page.locator(`${gone} >> visible=true`).count()]).toEqual([gone, 0]);
      }
      // A4 without its margins, at the 96 dots of a CSS inch.
      const { over, table, background } = await page.evaluate(() => ({
        over: document.documentElement.scrollWidth - innerWidth,
        table: document.querySelector('.table-details table')!.getBoundingClientRect(),
        background: getComputedStyle(document.body).backgroundColor,
      }));
      expect(over).toBe(0);
      expect(table.height).toBeGreaterThan(100);
      expect(table.right).toBeLessThanOrEqual(680);
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

  it.each(LANGUAGES)(
    'takes a report of a comment, all by keyboard, and loses nothing (%s)',
    async (language) => {
      const words = WORDS[language];
      const page = await open();
      await goTo(page, language);
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
      await shot(page, `report-errors-${language}`, false);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await focused(page)).toBe('report-reason');
      await dialog.getByLabel(words.reason).selectOption({ label: words.hate });
      await dialog.getByRole('button', { name: words.send }).click();
      await dialog.getByText(words.reported).waitFor();
      expect(await dialog.locator('.thanks').evaluate((one) => one === document.activeElement)).toBe(true);
      await shot(page, `report-thanks-${language}`, false);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
      expect(await focused(page)).toBe(words.report);

      const comment = await commentOf(`Comment in ${language}`);
      expect(comment).toMatchObject({ openReports: 1, moderationStatus: 'approved' });
      const [report] = await tracker.strapi
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
      const page = await open({ viewport: { width: 360, height: 740 } });
      await goTo(page, language);
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
      await shot(page, `reply-errors-${language}`, false);
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
      await moderate(tracker, answer.documentId, 'approve');
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
    const page = await open();
    const altcha = await solveProof(tracker);
    const gone = await approvedComment(tracker, kutaisi, { authorName: 'Gone', body: 'Soon hidden', altcha });
    await goTo(page, 'en');
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
    await moderate(tracker, gone, 'hide');
    await send.click();
    await dialog.getByRole('alert').getByText('The comment you are answering is not there').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Answer' }).inputValue()).toBe('Too late');
    await page.context().close();
  }, 60_000);

  it('has no button without its script, and says so where one would write', async () => {
    const page = await open({ javaScriptEnabled: false });
    await goTo(page, 'en');
    expect(await page.getByRole('button').count()).toBe(0);
    await page.getByText('Writing a comment needs JavaScript').waitFor();
    expect(await page.locator('#share-card').inputValue()).toContain('<iframe');
    await page.context().close();
  }, 30_000);
});
