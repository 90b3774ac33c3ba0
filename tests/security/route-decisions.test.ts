import { FIXED_PAGES } from '../../src/site/routes';
import { registeredRoutes } from '../support/secrets/registered-routes';
import { bootTracker, type Tracker } from '../support/tracker';
import { byRoute } from './routes/decide';
import { DECISIONS } from './routes/decisions';
import { OUR_PAGES } from './routes/our-decisions';

// `tests/heavy/route-matrix.test.ts` asks whether the answers are as decided.
describe('who may use which route', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker();
  });
  afterAll(() => tracker.close());

  it('is decided for every route there is, and for no other', () => {
    const registered = registeredRoutes(tracker.strapi).map(({ method, path }) => `${method} ${path}`);
    expect([...DECISIONS.keys()].sort()).toEqual(registered.sort());
    const pages = byRoute(OUR_PAGES);
    expect([...pages.keys()]).toEqual(expect.arrayContaining(FIXED_PAGES.map((path) => `GET ${path}`)));
  });
});
