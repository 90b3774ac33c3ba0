import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { closeResources } from '../support/resources';
import { rawRequest } from '../support/raw-request';
import { PART_OF_SECRETS } from '../support/secrets/hostile-queries';
import { publicSite } from '../support/secrets/public-site';
import { walkOf } from '../support/secrets/public-walk';
import { unpacked } from '../support/secrets/unpacked';
import { bootTracker, type Tracker } from '../support/tracker';
import { addressOf, commentJourney } from '../support/journeys/comment-journey';
import { dataJourney } from '../support/journeys/data-journey';
import { editorJourney } from '../support/journeys/editor-journey';
import { LANGUAGES, type Journeys } from '../support/journeys/journey';
import { visitorJourney } from '../support/journeys/visitor-journey';

const JOURNEYS = [
  ['a visitor without a mouse', visitorJourney],
  ['somebody who works with the data', dataJourney],
  ['a visitor who comments, and a moderator', commentJourney],
  ['an editor', editorJourney],
] as const;

/** So many requests at a time. */
const AT_ONCE = 8;

describe('the whole user journey of', () => {
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

  describe.each(JOURNEYS)('%s', (_who, journey) => {
    describe.each(LANGUAGES)('in %s', (language) => journey(journeys, language));
  });

  it('an address of a commenter, which ends in no public answer', async () => {
    const secrets = LANGUAGES.map(addressOf);
    const site = await publicSite(tracker);
    const stored = await tracker.strapi.db.query('api::comment.comment').findMany({});
    expect(stored.map(({ authorEmail }: { authorEmail: string }) => authorEmail).sort()).toEqual(
      [...secrets].sort(),
    );
    const addresses = Object.values(walkOf(tracker.strapi))
      .flatMap((recipe) => recipe(site))
      // Searches are about what is hidden elsewhere, and tested there.
      .filter(({ path }) => !path.includes(PART_OF_SECRETS));
    expect(addresses.length).toBeGreaterThan(300);
    const leaks: string[] = [];
    let said = '';
    const ask = async (): Promise<void> => {
      for (let next = addresses.pop(); next; next = addresses.pop()) {
        const text = await unpacked(
          await rawRequest(`${tracker.url}${next.path}`, { headers: next.headers }),
        );
        if (secrets.some((secret) => text.includes(secret) && !next.path.includes(secret))) {
          leaks.push(next.path);
        }
        if (next.path.startsWith('/api/open-data/comments.csv')) said += text;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, ask));
    expect(leaks).toEqual([]);
    // The same search finds what is public.
    expect(said).toContain('ნინო გელაშვილი');
  }, 300_000);
});
