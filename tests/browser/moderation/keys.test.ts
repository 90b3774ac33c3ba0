import { openPanel } from '../../support/browser';
import { closeOpened } from '../../support/opened';
import { openQueuePage, type QueuePage } from '../../support/queue-page';

describe("the moderators' queue", () => {
  let queue: QueuePage;

  beforeAll(async () => {
    queue = await openQueuePage();
    await queue.send('Ana', 'When will the budget be published?', { authorEmail: 'ana@example.org' });
    await queue.send('Beso', 'This is not about the budget.', { authorEmail: 'beso@example.org' });
    await queue.send('Crypto', 'betting, https://a.example https://b.example https://c.example');
    await queue.send('Dato', 'Thank you!');
  }, 120_000);
  afterAll(closeOpened);

  it('opens from the menu, where the number of what waits stands', async () => {
    await queue.page.getByRole('link', { name: 'Comments', exact: true }).waitFor();
    await queue.page.locator('[data-waiting="4"]').waitFor();
    await queue.page.getByRole('link', { name: 'Comments', exact: true }).click();
    await queue.page.getByRole('heading', { level: 1, name: 'Comments' }).waitFor();
    await queue.tab('Awaiting review (4)').waitFor();
    await queue.card('Ana').getByText('Open budgets en').waitFor();
    await queue.card('Ana').getByText('ana@example.org').waitFor();
    await queue.card('Ana').getByText('Nothing else has come from this address.').waitFor();
    await queue.card('Crypto').getByText('Screening: 60 points').waitFor();
    await queue.card('Crypto').getByText('3 links (+20) · 1 word of the list of advertising (+40)').waitFor();
    await queue.shot('queue');
  }, 60_000);

  it('is worked through by the keys alone: approved, taken back, chosen, refused with a reason', async () => {
    await queue.page.keyboard.press('j');
    await queue.focusOn('Ana');
    await queue.page.keyboard.press('a');
    await queue.card('Ana').getByText('Approved', { exact: true }).first().waitFor();
    await queue.tab('Awaiting review (3)').waitFor();
    await queue.tab('Approved (1)').waitFor();
    await queue.page.locator('[data-waiting="3"]').waitFor();
    await queue.focusOn('Beso');

    await queue.page.keyboard.press('u');
    await queue.tab('Awaiting review (4)').waitFor();
    await queue.focusOn('Ana');
    await queue.page.keyboard.press('a');
    await queue.tab('Approved (1)').waitFor();

    await queue.page.keyboard.press('r');
    const dialog = queue.page.getByRole('dialog', { name: 'Reject' });
    await dialog.waitFor();
    await queue.page.keyboard.type('Off topic, and jokes');
    await queue.shot('reason');
    await queue.page.keyboard.press('Control+Enter');
    await dialog.waitFor({ state: 'detached' });
    await queue.tab('Rejected (1)').waitFor();
    await queue.card('Beso').getByText('Rejected', { exact: true }).first().waitFor();

    await queue.page.keyboard.press('s');
    await queue.tab('Spam (1)').waitFor();
    await queue.tab('Awaiting review (1)').waitFor();
    await queue.page.keyboard.press('?');
    await queue.page.getByText('show or hide this list').waitFor({ state: 'hidden' });
    await queue.page.keyboard.press('?');
    await queue.page.getByText('show or hide this list').waitFor();
  }, 60_000);

  it('keeps its keys to itself while somebody types', async () => {
    await queue.page.getByPlaceholder('Text, name or e-mail').fill('');
    await queue.page.getByPlaceholder('Text, name or e-mail').pressSequentially('thank');
    await queue.page.keyboard.press('Enter');
    await queue.page.waitForURL((url) => url.searchParams.get('search') === 'thank');
    await queue.card('Dato').waitFor();
    // The counts follow the search.
    await queue.tab('Awaiting review (1)').waitFor();
    await queue.tab('Approved (0)').waitFor();
    await queue.page.getByRole('button', { name: 'Clear the filters' }).click();
    await queue.tab('Approved (1)').waitFor();
  }, 60_000);

  it('says which key does nothing here, and takes what is typed next for no command', async () => {
    await queue.openQueue('?state=approved');
    await queue.page.keyboard.press('j');
    await queue.focusOn('Ana');
    await queue.page.keyboard.press('r');
    await queue.page
      .getByRole('alert')
      .getByText('“Reject” does nothing here: the comment is “Approved”')
      .waitFor();
    // What somebody types who expects the question for a reason: each of these letters is a key.
    await queue.page.keyboard.type('hush, exaggerated jokes');
    await queue.shot('key-without-effect');
    expect(await queue.page.getByRole('dialog').count()).toBe(0);
    expect(await queue.page.getByRole('form', { name: 'Official answer' }).count()).toBe(0);
    await queue.page.keyboard.press('Escape');
    await queue.page.getByText('The keys rest').waitFor({ state: 'detached' });
    await queue.page.keyboard.press('h');
    await queue.page.getByRole('dialog', { name: 'Hide' }).waitFor();
    await queue.page.keyboard.press('Escape');
    await queue.page.getByRole('dialog', { name: 'Hide' }).waitFor({ state: 'detached' });
  }, 60_000);

  it('is not there for an editor', async () => {
    await queue.page.close();
    queue.page = await openPanel(queue.tracker, queue.browser, ['strapi-editor']);
    queue.watch(queue.page);
    await queue.page.goto(`${queue.tracker.url}/admin/`);
    await queue.page.getByRole('link', { name: 'Content Manager' }).first().waitFor();
    expect(await queue.page.getByRole('link', { name: 'Comments', exact: true }).count()).toBe(0);
  }, 60_000);

  it('leaves no error in the browser', () => {
    expect(queue.problems).toEqual([]);
  });
});
