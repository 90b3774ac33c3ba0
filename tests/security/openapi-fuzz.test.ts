import { fuzz } from '../support/fuzz/run';
import { bootTracker, type Tracker } from '../support/tracker';

/** Some requests of each operation, the same in each run; `npm run test:heavy` sends 10,000 others. */
const REQUESTS = 300;
const SEED = 14;

let tracker: Tracker;

beforeAll(async () => {
  tracker = await bootTracker({ env: { SEED_DEMO: 'true', IS_PROXIED: 'true' } });
  // What a request does to the log is another matter; a fault is reported by the test.
  tracker.strapi.log.silent = true;
});
afterAll(() => tracker.close());

it('answers requests made from its description as described, within a second each', async () => {
  const { requests, faults } = await fuzz(tracker, { requests: REQUESTS, seed: SEED });
  expect(faults).toEqual([]);
  expect(requests).toBeGreaterThanOrEqual(REQUESTS);
});
