import { fuzz } from '../support/fuzz/run';
import { bootTracker, type Tracker } from '../support/tracker';

const REQUESTS = 10_000;
/** `FUZZ_SEED=…` repeats a run. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

let tracker: Tracker;

beforeAll(async () => {
  tracker = await bootTracker({ env: { SEED_DEMO: 'true', IS_PROXIED: 'true' } });
  // What a request does to the log is another matter; a fault is reported by the test.
  tracker.strapi.log.silent = true;
});
afterAll(() => tracker.close());

it(`answers ${REQUESTS} requests made from its description as described, within a second each (seed ${seed})`, async () => {
  const { requests, faults } = await fuzz(tracker, { requests: REQUESTS, seed });
  expect(faults).toEqual([]);
  expect(requests).toBeGreaterThanOrEqual(REQUESTS);
}, 900_000);
