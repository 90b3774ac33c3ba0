import { indexed } from '../support/search';
import { hostileSearches } from '../support/search-strings';
import { bootTracker, type Tracker } from '../support/tracker';

const SEARCHES = 10_000;
/** `FUZZ_SEED=…` repeats a run. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

let tracker: Tracker;

beforeAll(async () => {
  tracker = await bootTracker({ env: { SEED_DEMO: 'true', IS_PROXIED: 'true' } });
  tracker.strapi.log.silent = true;
  await indexed(tracker);
});
afterAll(() => tracker.close());

it(`answers ${SEARCHES} searches of any kind on the API and every tenth on the list, without a server error (seed ${seed})`, async () => {
  expect(await hostileSearches(tracker, { count: SEARCHES, seed, listEvery: 10 })).toEqual([]);
}, 600_000);
