import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser, openPanel } from './browser';
import { NO_LIMITS, sendComment, writtenComment } from './comments';
import { makeCommitment } from './milestones';
import { moderatorRole } from './moderators';
import { ROOT } from './processes';
import { bootTracker, type Tracker } from './tracker';

const SHOTS = path.join(ROOT, '.tmp/screenshots');

/** The moderators' queue in a browser, in English, and a commitment that is commented. */
export interface QueuePage {
  tracker: Tracker;
  browser: Browser;
  /** A window of somebody who may do nothing but moderate. */
  page: Page;
  /** The commitment's document. */
  commitment: string;
  /** Errors of the windows that are watched. */
  problems: string[];
  watch(page: Page): void;
  /** Goes to the queue and waits until it is filled. @param query of its address */
  openQueue(query?: string): Promise<void>;
  /** Sends a comment. @returns its document */
  send(authorName: string, body: string, more?: object): Promise<string>;
  /** The comment of an author. */
  card(author: string): Locator;
  /** The button of a state, by its name and number. */
  tab(name: string): Locator;
  /** Waits until the comment of an author has the focus. */
  focusOn(author: string): Promise<unknown>;
  /** Keeps a picture. */
  shot(name: string): Promise<unknown>;
}

/** Starts a tracker and a browser with a moderator in the panel; `closeOpened` closes them. */
export async function openQueuePage(): Promise<QueuePage> {
  const tracker = await bootTracker({ env: NO_LIMITS });
  const commitment = await makeCommitment(tracker, { title: 'Open budgets' });
  const role = await moderatorRole(tracker, 'queue-alone', { actions: ['queue', 'answer', 'erase-author'] });
  const browser = await launchBrowser();
  const problems: string[] = [];
  const queue: QueuePage = {
    tracker,
    browser,
    page: await openPanel(tracker, browser, [role]),
    commitment,
    problems,
    watch: (page) => {
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        // What a request came to is told on the page, and tested there.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          problems.push(message.text());
        }
      });
    },
    openQueue: async (query = '') => {
      await queue.page.goto(`${tracker.url}/admin/plugins/accountability/moderation${query}`);
      await queue.page.getByRole('heading', { level: 1 }).waitFor();
      await queue.page.locator('ul[aria-busy=false]').waitFor({ state: 'attached' });
    },
    send: async (authorName, body, more = {}) => {
      const data = { ...writtenComment(), authorName, body, locale: 'en', ...more };
      return (await sendComment(tracker, commitment, data)).body.data!.documentId;
    },
    card: (author) => queue.page.getByRole('listitem', { name: `Comment by ${author}` }),
    tab: (name) => queue.page.getByRole('group', { name: 'States' }).getByRole('button', { name }),
    focusOn: (author) =>
      queue.page.waitForFunction(
        (name) => document.activeElement?.getAttribute('aria-label') === name,
        `Comment by ${author}`,
      ),
    shot: (name) =>
      queue.page.screenshot({ path: path.join(SHOTS, `moderation-${name}.png`), fullPage: true }),
  };
  queue.watch(queue.page);
  return queue;
}
