import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { expectSlowHands, NO_LIMITS, shownForm } from '../support/comments';
import { hostDate } from '../support/host';
import { makeCommitment } from '../support/milestones';
import { closeResources } from '../support/resources';
import { bootTracker, type Tracker } from '../support/tracker';
import { visitor } from '../support/visitor';

const COMMITMENT = 'api::commitment.commitment';
const CHALLENGE = '/api/comments/challenge';

describe('the time the comment form was shown', () => {
  let tracker: Tracker;
  let browser: Browser;

  beforeAll(async () => {
    const env = { ...NO_LIMITS, COMMENTS_PROOF_OF_WORK: 'true', COMMENTS_PROOF_OF_WORK_COST: '1' };
    tracker = await bootTracker({ env });
    browser = await launchBrowser();
  }, 120_000);
  afterAll(closeResources);

  it('begins when the page is shown, and stays the same over a refusal', async () => {
    expectSlowHands(tracker, 120);
    const documentId = await makeCommitment(tracker, { title: 'Timed' });
    const { slug } = (await tracker.strapi
      .documents(COMMITMENT)
      .findOne({ documentId, locale: 'en' })) as unknown as { slug: string };
    const { page, problems, goTo, leave } = await visitor(tracker, browser, { locale: 'en' });
    const asked: string[] = [];
    // The page was shown five minutes ago: no test waits for that.
    const { challenge } = await shownForm(tracker, hostDate(Date.now() - 5 * 60_000));
    await page.route(`**${CHALLENGE}*`, async (route) => {
      const { search } = new URL(route.request().url());
      asked.push(search);
      if (asked.length === 1) await route.fulfill({ json: challenge });
      else await route.continue();
    });
    const shown = page.waitForResponse((response) => response.url().includes(CHALLENGE));
    await goTo(`/commitments/${encodeURIComponent(slug)}?locale=en`);
    await shown;
    expect(asked).toEqual(['']);
    const form = page.locator('form[data-comments]');
    await form.locator('[name=authorName]').fill('Nino');
    await form.locator('[name=authorEmail]').fill('nino@example.org');
    await form.locator('[name=body]').fill('x');
    await form.locator('button[type=submit]').click();
    await form.locator('.error-summary li').waitFor();
    await form.locator('[name=body]').fill('Corrected at once');
    await form.locator('button[type=submit]').click();
    await page.waitForURL('**/comment-sent*');
    expect(asked[1]).toMatch(/^\?form=./);
    const [stored] = await tracker.strapi.db.query('api::comment.comment').findMany({});
    expect(stored).toMatchObject({ body: 'Corrected at once', screeningReasons: [] });
    expect(problems).toEqual([]);
    await leave();
  }, 60_000);

  it('stays with its proof where the answer is lost: what is sent again is the same comment', async () => {
    const documentId = await makeCommitment(tracker, { title: 'Lost answer' });
    const { slug } = (await tracker.strapi
      .documents(COMMITMENT)
      .findOne({ documentId, locale: 'en' })) as unknown as { slug: string };
    const { page, goTo, leave } = await visitor(tracker, browser, { locale: 'en' });
    const answers: number[] = [];
    await page.route('**/comments?*', async (route) => {
      const answer = await route.fetch();
      answers.push(answer.status());
      if (answers.length === 1) await route.abort();
      else await route.fulfill({ response: answer });
    });
    await goTo(`/commitments/${encodeURIComponent(slug)}?locale=en`);
    const form = page.locator('form[data-comments]');
    await form.locator('[name=authorName]').fill('Nino');
    await form.locator('[name=authorEmail]').fill('nino@example.org');
    await form.locator('[name=body]').fill('Sent twice, stored once');
    await form.locator('button[type=submit]').click();
    await form.locator('.error-summary li').waitFor();
    await form.locator('button[type=submit]').click();
    await page.waitForURL('**/comment-sent*');
    expect(answers).toEqual([201, 201]);
    expect(
      await tracker.strapi.db.query('api::comment.comment').count({ where: { subjectId: documentId } }),
    ).toBe(1);
    await leave();
  }, 60_000);
});
