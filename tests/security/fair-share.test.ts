import { createFullAccessToken } from '../support/accounts';
import { rawRequest, type RawAnswer } from '../support/raw-request';
import { bootTracker, type Tracker } from '../support/tracker';

const ONE = '203.0.113.1';
const OTHER = '203.0.113.2';
/** What the requests that are held ask for. */
const HELD = 'pagination[pageSize]=7';

interface ThemeService {
  find(query: { pagination?: { pageSize?: string } }): Promise<unknown>;
}

describe('reads of the content API', () => {
  let tracker: Tracker;
  let letGo: () => void;
  let atWork = 0;
  const get = (from: string, query = '', more: Record<string, string> = {}): Promise<RawAnswer> =>
    rawRequest(`${tracker.url}/api/themes?${query}`, { headers: { 'x-forwarded-for': from, ...more } });
  const until = async (holds: () => boolean) => {
    const end = Date.now() + 10_000;
    while (!holds()) {
      if (Date.now() > end) throw new Error(`${atWork} are at work`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  beforeAll(async () => {
    tracker = await bootTracker({
      env: { IS_PROXIED: 'true', PUBLIC_READS_PER_ADDRESS: '3', PUBLIC_READS_WAITING_PER_ADDRESS: '4' },
    });
    const service = tracker.strapi.service('api::theme.theme') as unknown as ThemeService;
    const find = service.find.bind(service);
    service.find = async (query) => {
      if (Number(query.pagination?.pageSize) === 7) {
        atWork += 1;
        await held;
      }
      return find(query);
    };
  });
  afterAll(() => tracker.close());
  let held: Promise<void>;
  beforeEach(() => {
    atWork = 0;
    held = new Promise((resolve) => (letGo = resolve));
  });
  afterEach(() => letGo());

  it('of one address wait for their turn beyond a few, get Retry-After beyond that, and keep nobody else', async () => {
    const answers = Array.from({ length: 9 }, () => get(ONE, HELD, { 'accept-language': 'en' }));
    const refused = await Promise.race(answers);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(refused.body.toString())).toMatchObject({
      error: {
        message: expect.stringContaining(`${refused.headers['retry-after']} seconds`),
        details: { code: 'TOO_MANY_READS', retryAfter: Number(refused.headers['retry-after']) },
      },
    });
    expect((await get(OTHER)).status).toBe(200);
    expect(atWork).toBe(2);
    letGo();
    const statuses = (await Promise.all(answers)).map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(6).fill(200), ...Array<number>(3).fill(429)]);
    expect(atWork).toBe(6);
  });

  it('that nobody waits for any more are not begun', async () => {
    // Another one has just asked: one at a time.
    await get(OTHER);
    const running = get(ONE, HELD);
    await until(() => atWork === 1);
    const gone = new AbortController();
    const left = fetch(`${tracker.url}/api/themes?${HELD}`, {
      headers: { 'X-Forwarded-For': ONE },
      signal: gone.signal,
    });
    await get(OTHER);
    gone.abort();
    await expect(left).rejects.toThrow();
    letGo();
    expect((await running).status).toBe(200);
    expect((await get(ONE)).status).toBe(200);
    expect(atWork).toBe(1);
  });

  it('with a token are not held back', async () => {
    const authorization = `Bearer ${await createFullAccessToken(tracker)}`;
    const answers = Array.from({ length: 9 }, () => get(ONE, HELD, { authorization }));
    await until(() => atWork === 9);
    letGo();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(9).fill(200));
  });
});
