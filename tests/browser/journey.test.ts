import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { commentJourney } from '../support/journeys/comment-journey';
import type { Journeys } from '../support/journeys/journey';
import { closeResources } from '../support/resources';
import { bootTracker, type Tracker } from '../support/tracker';

/** The journey that touches most: pages, panel, API and export. All of them are in `heavy-browser`. */
describe('the whole user journey of a visitor who comments, and a moderator', () => {
  let tracker: Tracker;
  let browser: Browser;
  const problems: string[] = [];
  const journeys = (): Journeys => ({ tracker, browser, problems });

  beforeAll(async () => {
    tracker = await bootTracker({ env: { SEED_DEMO: 'true' } });
    browser = await launchBrowser();
  }, 120_000);
  afterAll(closeResources);
  afterEach(() => {
    expect(problems.splice(0)).toEqual([]);
  });

  commentJourney(journeys, 'en');
});
