import { approvedComment, moderate } from '../../support/comments';
import { jsonRequest } from '../../support/json-request';
import { makeCommitment } from '../../support/milestones';
import { closeOpened } from '../../support/opened';
import { openQueuePage, type QueuePage } from '../../support/queue-page';

const PARTNER = 'api::partner.partner';

describe('the decisions of moderators', () => {
  let queue: QueuePage;

  beforeAll(async () => {
    queue = await openQueuePage();
    const documents = queue.tracker.strapi.documents(PARTNER);
    const data = { name: 'ფინანსთა სამინისტრო', kind: 'central-government' };
    const { documentId } = await documents.create({ locale: 'ka', data } as never);
    await documents.update({ documentId, locale: 'en', data: { name: 'Ministry of Finance' } } as never);
    await documents.publish({ documentId, locale: '*' } as never);
    await approvedComment(queue.tracker, queue.commitment, { authorName: 'Ana', locale: 'en' });
    const refused = await queue.send('Beso', 'Off topic', { authorEmail: 'beso@example.org' });
    await moderate(queue.tracker, refused, 'reject');
  }, 120_000);
  afterAll(closeOpened);

  it('answers officially, in place and in the name of an agency', async () => {
    await queue.openQueue('?state=approved');
    await queue.page.keyboard.press('j');
    await queue.page.keyboard.press('e');
    const form = queue.page.getByRole('form', { name: 'Official answer' });
    await form.waitFor();
    await queue.page.keyboard.type('In March, as planned.');
    await form.getByRole('button', { name: 'Publish the answer' }).click();
    await form.getByText('This field is required.').waitFor();
    await form.getByRole('combobox', { name: 'Agency' }).click();
    await form.getByRole('combobox', { name: 'Agency' }).pressSequentially('finance');
    await queue.page.getByRole('option', { name: 'Ministry of Finance' }).click();
    await queue.shot('answer');
    await form.getByRole('button', { name: 'Publish the answer' }).click();
    await queue.page.getByText('The answer is published.').waitFor();
    await queue
      .card('Ana')
      .getByRole('region', { name: 'Answers in this thread' })
      .getByText('In March')
      .waitFor();
    const { body } = await jsonRequest<{ data: { replies: object[] }[] }>(
      `${queue.tracker.url}/api/commitments/${queue.commitment}/comments?locale=en`,
    );
    expect(body.data[0]?.replies).toMatchObject([
      { authorName: 'Ministry of Finance', official: true, body: 'In March, as planned.' },
    ]);
    await queue.shot('answered');
  }, 60_000);

  it('offers the only lead agency for an official answer, and sends it by Ctrl+Enter', async () => {
    const partner = await queue.tracker.strapi
      .documents(PARTNER)
      .findFirst({ filters: { name: 'ფინანსთა სამინისტრო' }, locale: 'ka' });
    const leadAgencies = [partner!.documentId];
    const led = await makeCommitment(queue.tracker, { title: 'Led commitment', data: { leadAgencies } });
    await approvedComment(queue.tracker, led, { authorName: 'Lela', locale: 'en' });
    await queue.openQueue(`?state=approved&subject=${led}`);
    await queue.page.keyboard.press('j');
    await queue.page.keyboard.press('e');
    const form = queue.page.getByRole('form', { name: 'Official answer' });
    await form.waitFor();
    await queue.page.waitForFunction(
      (name) => [...document.querySelectorAll('input')].some(({ value }) => value === name),
      'Ministry of Finance',
    );
    await queue.page.keyboard.type('It is done.');
    await queue.page.keyboard.press('Control+Enter');
    await queue.page.getByText('The answer is published.').waitFor();
    const { slug } = (await queue.tracker.strapi
      .documents('api::commitment.commitment')
      .findOne({ documentId: led, locale: 'ka' })) as unknown as { slug: string };
    const site = await (await fetch(`${queue.tracker.url}/commitments/${encodeURIComponent(slug)}`)).text();
    const answer = /<article class="comment official"[\s\S]*?<\/article>/.exec(site)?.[0] ?? '';
    expect(answer.replace(/<[^>]*>/g, '').match(/სამინისტრო|Ministry/g)).toEqual(['სამინისტრო']);
  }, 60_000);

  it('shows who was slower how it stands', async () => {
    const documentId = await queue.send('Eka', 'Decided elsewhere');
    await queue.openQueue('?order=newest');
    await queue.card('Eka').waitFor();
    await moderate(queue.tracker, documentId, 'approve');
    await queue.card('Eka').getByRole('button', { name: 'Mark as spam' }).click();
    await queue.page.getByText('The status has changed meanwhile: it is now “Approved”.').waitFor();
    await queue.card('Eka').getByText('Approved', { exact: true }).first().waitFor();
  }, 60_000);

  it('brings what readers reported, with their reasons, and puts it aside', async () => {
    const documentId = await approvedComment(queue.tracker, queue.commitment, {
      authorName: 'Fati',
      locale: 'en',
    });
    await jsonRequest(
      `${queue.tracker.url}/api/commitments/${queue.commitment}/comments/${documentId}/reports`,
      {
        body: { data: { reason: 'hate', details: 'Second line' } },
      },
    );
    await queue.openQueue();
    await queue.tab('Reported (1)').click();
    await queue.card('Fati').getByText('Hate speech · Second line').waitFor();
    await queue.shot('reported');
    await queue.card('Fati').getByRole('button', { name: 'Settle the reports' }).click();
    await queue.tab('Reported (0)').waitFor();
  }, 60_000);

  it('moves many at once, and tells how far it is', async () => {
    await queue.send('Gio', 'One of many');
    await queue.send('Haik', 'Another of many');
    await queue.send('Ilo', 'The last of many');
    await queue.openQueue();
    await queue.page.getByRole('button', { name: 'Select all that are shown' }).click();
    await queue.page.getByText('3 selected').waitFor();
    await queue.page.keyboard.press('a');
    const dialog = queue.page.getByRole('dialog');
    await dialog.getByText('Haik: Another of many').waitFor();
    await queue.page.waitForFunction(
      () => document.activeElement?.textContent?.trim() === 'Change 3 documents',
    );
    await queue.page.keyboard.press('Enter');
    await dialog.getByRole('progressbar').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().waitFor();
    await expect(dialog.getByText('✓ Changed').count()).resolves.toBe(3);
    await queue.shot('bulk');
    await queue.page.waitForFunction(() => document.activeElement?.textContent?.trim() === 'Close');
    await queue.page.keyboard.press('Enter');
    await queue.tab('Awaiting review (0)').waitFor();
    await queue.page.getByText('There is nothing here.').waitFor();
  }, 60_000);

  it('asks what becomes of the texts before an author is erased', async () => {
    const service = queue.tracker.strapi.plugin('accountability').service('moderation');
    const { eraseAuthor } = service;
    const erased: object[] = [];
    service.eraseAuthor = (wanted: object) => {
      erased.push(wanted);
      return Promise.resolve({ comments: 1, reports: 0 });
    };
    try {
      await queue.openQueue('?state=rejected');
      await queue.card('Beso').getByRole('button', { name: 'Erase author…' }).click();
      const dialog = queue.page.getByRole('dialog', { name: 'Erase the author' });
      await dialog.getByText('beso@example.org').waitFor();
      expect(await dialog.getByRole('button', { name: 'Erase', exact: true }).isDisabled()).toBe(true);
      await dialog.getByRole('radio', { name: 'Remove the texts too' }).click();
      await queue.shot('erase');
      await dialog.getByRole('button', { name: 'Erase', exact: true }).click();
      await queue.page.getByText('The author of 1 comment is erased.').waitFor();
      expect(erased).toEqual([{ email: 'beso@example.org', mode: 'remove' }]);
    } finally {
      service.eraseAuthor = eraseAuthor;
    }
  }, 60_000);

  it('speaks Georgian, on a Georgian keyboard too', async () => {
    await queue.send('ნინო', 'როდის გამოქვეყნდება ბიუჯეტი?', { locale: 'ka' });
    await queue.page.evaluate(() => window.localStorage.setItem('strapi-admin-language', 'ka'));
    await queue.openQueue();
    await queue.page.getByRole('heading', { level: 1, name: 'კომენტარები' }).waitFor();
    await queue.page.getByRole('button', { name: 'განხილვის მოლოდინში (1)' }).waitFor();
    await queue.page
      .getByText('ამ მისამართიდან სხვა არაფერი მოსულა.')
      .or(queue.page.getByText('იმავე მისამართიდან'))
      .first()
      .waitFor();
    await queue.page.getByText('Open budgets ka').first().waitFor();
    await queue.shot('georgian');
    await queue.page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ა', code: 'KeyA', bubbles: true })),
    );
    await queue.page.getByRole('button', { name: 'დამტკიცებული (' }).waitFor();
    await queue.page.getByRole('button', { name: 'განხილვის მოლოდინში (0)' }).waitFor();
    await queue.shot('georgian-approved');
  }, 60_000);

  it('asks for nothing while nobody is at it, so that the session can end, and goes on at the first sign', async () => {
    const context = await queue.browser.newContext({
      storageState: await queue.page.context().storageState(),
    });
    const left = await context.newPage();
    const asked: string[] = [];
    await left.clock.install();
    await left.goto(`${queue.tracker.url}/admin/`);
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

  it('leaves no error in the browser', () => {
    expect(queue.problems).toEqual([]);
  });
});
