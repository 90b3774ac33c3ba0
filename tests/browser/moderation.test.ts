import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPanel } from '../support/browser';
import { approvedComment, moderate, NO_LIMITS, sendComment, writtenComment } from '../support/comments';
import { jsonRequest } from '../support/json-request';
import { makeCommitment } from '../support/milestones';
import { moderatorRole } from '../support/moderators';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const SHOTS = path.join(ROOT, '.tmp/screenshots');
const PARTNER = 'api::partner.partner';

describe("the moderators' queue", () => {
  let tracker: Tracker;
  let browser: Browser;
  let page: Page;
  let commitment: string;
  const problems: string[] = [];

  const watch = (watched: Page) => {
    watched.on('pageerror', (error) => problems.push(error.message));
    watched.on('console', (message) => {
      // The outcome of a request is shown on the page, and tested there.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        problems.push(message.text());
      }
    });
  };
  const shot = (name: string) =>
    page.screenshot({ path: path.join(SHOTS, `moderation-${name}.png`), fullPage: true });
  const openQueue = async (query = '') => {
    await page.goto(`${tracker.url}/admin/plugins/accountability/moderation${query}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('ul[aria-busy=false]').waitFor();
  };
  const send = async (authorName: string, body: string, more: object = {}): Promise<string> => {
    const data = { ...writtenComment(), authorName, body, locale: 'en', ...more };
    return (await sendComment(tracker, commitment, data)).body.data!.documentId;
  };
  const card = (author: string) => page.getByRole('listitem', { name: `Comment by ${author}` });
  const tab = (name: string) => page.getByRole('group', { name: 'States' }).getByRole('button', { name });
  const focusOn = (author: string) =>
    page.waitForFunction(
      (name) => document.activeElement?.getAttribute('aria-label') === name,
      `Comment by ${author}`,
    );

  beforeAll(async () => {
    tracker = await bootTracker({ env: NO_LIMITS });
    commitment = await makeCommitment(tracker, { title: 'Open budgets' });
    const documents = tracker.strapi.documents(PARTNER);
    const data = { name: 'ფინანსთა სამინისტრო', kind: 'central-government' };
    const { documentId } = await documents.create({ locale: 'ka', data } as never);
    await documents.update({ documentId, locale: 'en', data: { name: 'Ministry of Finance' } } as never);
    await documents.publish({ documentId, locale: '*' } as never);
    await send('Ana', 'When will the budget be published?', { authorEmail: 'ana@example.org' });
    await send('Beso', 'This is not about the budget.', { authorEmail: 'beso@example.org' });
    await send('Crypto', 'betting, https://a.example https://b.example https://c.example');
    await send('Dato', 'Thank you!');
    const role = await moderatorRole(tracker, 'queue-alone', {
      actions: ['queue', 'answer', 'erase-author'],
    });
    browser = await launchBrowser();
    page = await openPanel(tracker, browser, [role]);
    watch(page);
  }, 120_000);
  afterAll(closeResources);

  it('opens from the menu, which shows the number of pending comments', async () => {
    await page.getByRole('link', { name: 'Comments', exact: true }).waitFor();
    await page.locator('[data-waiting="4"]').waitFor();
    await page.getByRole('link', { name: 'Comments', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Comments' }).waitFor();
    await tab('Awaiting review (4)').waitFor();
    await card('Ana').getByText('Open budgets en').waitFor();
    await card('Ana').getByText('ana@example.org').waitFor();
    await card('Ana').getByText('Nothing else has come from this address.').waitFor();
    await card('Crypto').getByText('Screening: 60 points').waitFor();
    await card('Crypto')
      .getByText('3 links (+20) · 1 word from the list of advertising words (+40)')
      .waitFor();
    await shot('queue');
  }, 60_000);

  it('is worked through by the keys alone: approved, taken back, chosen, refused with a reason', async () => {
    await page.keyboard.press('j');
    await focusOn('Ana');
    await page.keyboard.press('a');
    await card('Ana').getByText('Approved', { exact: true }).first().waitFor();
    await tab('Awaiting review (3)').waitFor();
    await tab('Approved (1)').waitFor();
    await page.locator('[data-waiting="3"]').waitFor();
    await focusOn('Beso');

    await page.keyboard.press('u');
    await tab('Awaiting review (4)').waitFor();
    await focusOn('Ana');
    await page.keyboard.press('a');
    await tab('Approved (1)').waitFor();

    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog', { name: 'Reject' });
    await dialog.waitFor();
    await page.keyboard.type('Off topic, and jokes');
    await shot('reason');
    await page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await tab('Rejected (1)').waitFor();
    await card('Beso').getByText('Rejected', { exact: true }).first().waitFor();

    await page.keyboard.press('s');
    await tab('Spam (1)').waitFor();
    await tab('Awaiting review (1)').waitFor();
    await page.keyboard.press('?');
    await page.getByText('show or hide this list').waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    await page.getByText('show or hide this list').waitFor();
  }, 60_000);

  it('keeps its keys to itself while somebody types', async () => {
    await page.getByPlaceholder('Text, name or e-mail').fill('');
    await page.getByPlaceholder('Text, name or e-mail').pressSequentially('thank');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('search') === 'thank');
    await card('Dato').waitFor();
    // The counts follow the search.
    await tab('Awaiting review (1)').waitFor();
    await tab('Approved (0)').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await tab('Approved (1)').waitFor();
  }, 60_000);

  it('says which key does nothing here, and takes what is typed next for no command', async () => {
    await openQueue('?state=approved');
    await page.keyboard.press('j');
    await focusOn('Ana');
    await page.keyboard.press('r');
    await page
      .getByRole('alert')
      .getByText('“Reject” does nothing here: the comment is “Approved”')
      .waitFor();
    // What somebody types who expects the question for a reason: each of these letters is a key.
    await page.keyboard.type('hush, exaggerated jokes');
    await shot('key-without-effect');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.getByRole('form', { name: 'Official answer' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByText('Keyboard commands are paused').waitFor({ state: 'detached' });
    await page.keyboard.press('h');
    await page.getByRole('dialog', { name: 'Hide' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: 'Hide' }).waitFor({ state: 'detached' });
  }, 60_000);

  it('answers officially, in place and in the name of an agency', async () => {
    await openQueue('?state=approved');
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: 'Official answer' });
    await form.waitFor();
    await page.keyboard.type('In March, as planned.');
    await form.getByRole('button', { name: 'Publish the answer' }).click();
    await form.getByText('This field is required.').waitFor();
    await form.getByRole('combobox', { name: 'Agency' }).click();
    await form.getByRole('combobox', { name: 'Agency' }).pressSequentially('finance');
    await page.getByRole('option', { name: 'Ministry of Finance' }).click();
    await shot('answer');
    await form.getByRole('button', { name: 'Publish the answer' }).click();
    await page.getByText('The answer is published.').waitFor();
    await card('Ana').getByRole('region', { name: 'Answers in this thread' }).getByText('In March').waitFor();
    const { body } = await jsonRequest<{ data: { replies: object[] }[] }>(
      `${tracker.url}/api/commitments/${commitment}/comments?locale=en`,
    );
    expect(body.data[0]?.replies).toMatchObject([
      { authorName: 'Ministry of Finance', official: true, body: 'In March, as planned.' },
    ]);
    await shot('answered');
  }, 60_000);

  it('offers the only lead agency for an official answer, and sends it by Ctrl+Enter', async () => {
    const partner = await tracker.strapi
      .documents(PARTNER)
      .findFirst({ filters: { name: 'ფინანსთა სამინისტრო' }, locale: 'ka' });
    const leadAgencies = [partner!.documentId];
    const led = await makeCommitment(tracker, { title: 'Led commitment', data: { leadAgencies } });
    await approvedComment(tracker, led, { authorName: 'Lela', locale: 'en' });
    await openQueue(`?state=approved&subject=${led}`);
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    const form = page.getByRole('form', { name: 'Official answer' });
    await form.waitFor();
    await page.waitForFunction(
      (name) => [...document.querySelectorAll('input')].some(({ value }) => value === name),
      'Ministry of Finance',
    );
    await page.keyboard.type('It is done.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The answer is published.').waitFor();
    const { slug } = (await tracker.strapi
      .documents('api::commitment.commitment')
      .findOne({ documentId: led, locale: 'ka' })) as unknown as { slug: string };
    const site = await (await fetch(`${tracker.url}/commitments/${encodeURIComponent(slug)}`)).text();
    const answer = /<article class="comment official"[\s\S]*?<\/article>/.exec(site)?.[0] ?? '';
    expect(answer.replace(/<[^>]*>/g, '').match(/სამინისტრო|Ministry/g)).toEqual(['სამინისტრო']);
  }, 60_000);

  it('shows the current state to who was slower', async () => {
    const documentId = await send('Eka', 'Decided elsewhere');
    await openQueue('?order=newest');
    await card('Eka').waitFor();
    await moderate(tracker, documentId, 'approve');
    await card('Eka').getByRole('button', { name: 'Mark as spam' }).click();
    await page.getByText('The status has changed in the meantime: it is now “Approved”.').waitFor();
    await card('Eka').getByText('Approved', { exact: true }).first().waitFor();
  }, 60_000);

  it('brings what readers reported, with their reasons, and puts it aside', async () => {
    const documentId = await approvedComment(tracker, commitment, { authorName: 'Fati', locale: 'en' });
    await jsonRequest(`${tracker.url}/api/commitments/${commitment}/comments/${documentId}/reports`, {
      body: { data: { reason: 'hate', details: 'Second line' } },
    });
    await openQueue();
    await tab('Reported (1)').click();
    await card('Fati').getByText('Hate speech · Second line').waitFor();
    await shot('reported');
    await card('Fati').getByRole('button', { name: 'Settle the reports' }).click();
    await tab('Reported (0)').waitFor();
  }, 60_000);

  it('moves many at once, and shows the progress', async () => {
    await send('Gio', 'One of many');
    await send('Haik', 'Another of many');
    await openQueue();
    await page.getByRole('button', { name: 'Select all that are shown' }).click();
    await page.getByText('3 selected').waitFor();
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Haik: Another of many').waitFor();
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === 'Change 3 documents');
    await page.keyboard.press('Enter');
    await dialog.getByRole('progressbar').waitFor();
    // The dialog's corner has a button "Close" from the beginning: the focus goes to the one below when all are done.
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === 'Close');
    await expect(dialog.getByText('✓ Changed').count()).resolves.toBe(3);
    await shot('bulk');
    await page.keyboard.press('Enter');
    await tab('Awaiting review (0)').waitFor();
    await page.getByText('There is nothing here.').waitFor();
  }, 60_000);

  it('is narrowed to days that are typed, as the address says, until the filters are cleared', async () => {
    await openQueue('?state=approved');
    const shown = await page.getByRole('listitem', { name: /^Comment by/ }).count();
    expect(shown).toBeGreaterThan(0);
    const dayField = (name: string) => page.getByRole('textbox', { name, exact: true });
    await dayField('From').fill('2150-01-01');
    await page.keyboard.press('Enter');
    await page.getByText('There is nothing here.').waitFor();
    expect(new URL(page.url()).searchParams.get('from')).toBe('2150-01-01');
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.waitForFunction((all) => document.querySelectorAll('li[aria-label]').length === all, shown);
    expect(await dayField('From').inputValue()).toBe('');
    await dayField('To').fill('2020-01-01');
    await page.keyboard.press('Enter');
    await page.getByText('There is nothing here.').waitFor();
    // Filters are part of the address: it can be kept and sent.
    await page.reload();
    await page.getByText('There is nothing here.').waitFor();
    expect(new URL(page.url()).searchParams.get('to')).toBe('2020-01-01');
  }, 60_000);

  it('asks what becomes of the texts before an author is erased', async () => {
    const service = tracker.strapi.plugin('accountability').service('moderation');
    const { eraseAuthor } = service;
    const erased: object[] = [];
    service.eraseAuthor = (wanted: object) => {
      erased.push(wanted);
      return Promise.resolve({ comments: 1, reports: 0 });
    };
    try {
      await openQueue('?state=rejected');
      await card('Beso').getByRole('button', { name: 'Erase author…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Erase the author' });
      await dialog.getByText('beso@example.org').waitFor();
      expect(await dialog.getByRole('button', { name: 'Erase', exact: true }).isDisabled()).toBe(true);
      await dialog.getByRole('radio', { name: 'Remove the texts too' }).click();
      await shot('erase');
      await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
      await page.getByText('The author of 1 comment has been erased.').waitFor();
      expect(erased).toEqual([{ email: 'beso@example.org', mode: 'remove' }]);
    } finally {
      service.eraseAuthor = eraseAuthor;
    }
  }, 60_000);

  it('is in Georgian, and takes a Georgian keyboard', async () => {
    await send('ნინო', 'როდის გამოქვეყნდება ბიუჯეტი?', { locale: 'ka' });
    await page.evaluate(() => window.localStorage.setItem('strapi-admin-language', 'ka'));
    await openQueue();
    await page.getByRole('heading', { level: 1, name: 'კომენტარები' }).waitFor();
    await page.getByRole('button', { name: 'განხილვის მოლოდინში (1)' }).waitFor();
    await page
      .getByText('ამ მისამართიდან სხვა არაფერი მოსულა.')
      .or(page.getByText('იმავე მისამართიდან'))
      .first()
      .waitFor();
    await page.getByText('Open budgets ka').first().waitFor();
    await shot('georgian');
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ა', code: 'KeyA', bubbles: true })),
    );
    await page.getByRole('button', { name: 'დამტკიცებული (' }).waitFor();
    await page.getByRole('button', { name: 'განხილვის მოლოდინში (0)' }).waitFor();
    await shot('georgian-approved');
  }, 60_000);

  it('asks for nothing while nobody is at it, so that the session can end, and goes on at the first sign', async () => {
    const context = await browser.newContext({ storageState: await page.context().storageState() });
    const left = await context.newPage();
    const asked: string[] = [];
    await left.clock.install();
    await left.goto(`${tracker.url}/admin/`);
    await left.getByRole('link', { name: 'კომენტარები', exact: true }).waitFor();
    await left.waitForLoadState('networkidle');
    left.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await left.clock.runFor('09:00');
    expect(asked).toContain('/accountability/moderation/counts');
    await left.clock.runFor('02:00');
    await left.waitForLoadState('networkidle');
    asked.length = 0;
    await left.clock.runFor('03:00:00');
    expect(asked).toEqual([]);
    const answered = left.waitForResponse('**/accountability/moderation/counts');
    await left.mouse.move(300, 300);
    expect((await answered).status()).toBe(200);
    await context.close();
  }, 60_000);

  it('is not there for an editor', async () => {
    await page.close();
    page = await openPanel(tracker, browser, ['strapi-editor']);
    watch(page);
    await page.goto(`${tracker.url}/admin/`);
    await page.getByRole('link', { name: 'Content Manager' }).first().waitFor();
    expect(await page.getByRole('link', { name: 'Comments', exact: true }).count()).toBe(0);
  }, 60_000);

  it('leaves no error in the browser', () => {
    expect(problems).toEqual([]);
  });
});
