import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openPanel } from '../support/browser';
import { approvedComment, COMMENT, NO_LIMITS, storedComment } from '../support/comments';
import { makeCommitment } from '../support/milestones';
import { closeResources } from '../support/resources';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const SHOTS = path.join(ROOT, '.tmp/screenshots');

describe('a comment in the form of the content manager', () => {
  let tracker: Tracker;
  let browser: Browser;
  let page: Page;
  let comment: string;

  beforeAll(async () => {
    tracker = await bootTracker({ env: NO_LIMITS });
    comment = await approvedComment(tracker, await makeCommitment(tracker));
    browser = await launchBrowser();
    page = await openPanel(tracker, browser, ['strapi-super-admin']);
  }, 120_000);
  afterAll(closeResources);

  const shot = (name: string) => page.screenshot({ path: path.join(SHOTS, `${name}.png`), fullPage: true });
  const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();

  it('shows what its author sent, to be read, and takes a note of the moderators', async () => {
    await page.goto(`${tracker.url}/admin/content-manager/collection-types/${COMMENT}/${comment}`);
    const note = page.locator('textarea[name=moderationNote]');
    await note.fill('Called her');
    for (const field of ['input[name=authorName]', 'input[name=authorEmail]', 'textarea[name=body]']) {
      expect([field, await page.locator(field).isDisabled()]).toEqual([field, true]);
    }
    await save();
    await page.getByText('Saved document').first().waitFor();
    await shot('comment-form');
    expect(await storedComment(tracker, comment)).toMatchObject({ moderationNote: 'Called her' });
  }, 60_000);

  it('that is older than an erasure brings nothing back, and says so at the field', async () => {
    await tracker.strapi
      .plugin('accountability')
      .service('moderation')
      .eraseAuthor({
        email: (await storedComment(tracker, comment)).authorEmail,
        mode: 'anonymise',
      });
    await page.locator('textarea[name=moderationNote]').fill('Nino called');
    await save();
    await page.getByText('This is as its author sent it').first().waitFor();
    await shot('comment-form-refused');
    expect(await storedComment(tracker, comment)).toMatchObject({ authorEmail: null });
  }, 60_000);
});
