import path from 'node:path';
import { startReading, type ExportReader } from '../support/export-reader';
import { hostRequire } from '../support/host';
import { fillWithPartners } from '../support/large-content';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const SLOTS = path.join(ROOT, 'src/plugins/accountability/dist/server/src/export/concurrency-limit.js');
interface SlotsModule {
  exportConcurrencyLimit(strapi: unknown): { taken: number };
}

const ONE = '203.0.113.1';
const OTHER = '203.0.113.2';

describe('readers of exports', () => {
  let tracker: Tracker;
  let readers: ExportReader[] = [];
  const address = (file = 'partners.csv') => `${tracker.url}/api/open-data/${file}`;
  const read = async (from: string, file?: string): Promise<ExportReader> => {
    const reader = await startReading(address(file), from);
    readers.push(reader);
    return reader;
  };

  /** What is asked of readers from here on. */
  const ask = (limits: object) => {
    const { config } = tracker.strapi;
    const given = config.get<{ openData: object }>('plugin::accountability');
    config.set('plugin::accountability', { ...given, openData: { ...given.openData, readers: limits } });
  };

  /** Waits until so many exports run: who left or was cut off is noticed soon, but not at once. */
  async function running(count: number): Promise<void> {
    const { exportConcurrencyLimit } = hostRequire(SLOTS) as SlotsModule;
    const end = Date.now() + 15_000;
    while (exportConcurrencyLimit(tracker.strapi).taken !== count) {
      if (Date.now() > end)
        throw new Error(`${exportConcurrencyLimit(tracker.strapi).taken} exports run, not ${count}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  beforeAll(async () => {
    tracker = await bootTracker({
      env: { IS_PROXIED: 'true', PROXY_COUNT: '1' },
      isDamaged: 'rows are written past the change log',
    });
    await fillWithPartners(tracker);
  });
  afterAll(() => tracker.close());
  afterEach(async () => {
    for (const reader of readers) reader.leave();
    readers = [];
    ask({});
    await running(0);
  });

  it('have two at a time for one address, which gets Retry-After; another address gets its own', async () => {
    expect((await read(ONE)).status).toBe(200);
    expect((await read(ONE, 'partners.ndjson')).status).toBe(200);
    for (const file of ['partners.csv', 'all.zip']) {
      const refused = await tracker.request
        .get(`/api/open-data/${file}`)
        .set({ 'X-Forwarded-For': ONE, 'Accept-Language': 'en' });
      expect(refused.status).toBe(429);
      const seconds = Number(refused.headers['retry-after']);
      expect(seconds).toBeGreaterThan(0);
      expect(refused.headers['content-type']).toContain('application/problem+json');
      expect(refused.body).toMatchObject({
        type: 'urn:problem-type:open-data:too-many-exports-of-address',
        detail: expect.stringContaining(`${seconds} seconds`),
        retryAfter: seconds,
      });
    }
    const other = await read(OTHER, 'themes.csv');
    expect([other.status, await other.rest()]).toEqual([200, expect.any(Number)]);
    await running(2);
  });

  it('share the slots of their IPv6 network, and all addresses those of the site', async () => {
    const statuses = [];
    for (const last of ['1', '2', '3']) statuses.push((await read(`2001:db8::${last}`)).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await read('2001:db8:0:1::1')).status).toBe(200);
    expect((await read(ONE)).status).toBe(200);
    expect((await read(OTHER)).status).toBe(503);
  });

  it('are cut off when they take nothing or a trickle, and free their slots', async () => {
    // Long enough for the third to be asked while both are running, on a machine with other work too.
    ask({ bytesPerSecond: 1_000_000, pauseSeconds: 5 });
    const [none, trickle] = [await read(ONE), await read(ONE, 'all.zip')];
    const dripping = setInterval(() => trickle.take(1_000), 20);
    expect((await read(ONE)).status).toBe(429);
    await running(0);
    clearInterval(dripping);
    expect((await read(ONE)).status).toBe(200);
    // What is in the buffers on the way is read now; the end of the file is not among it.
    expect(await Promise.all([none.rest(), trickle.rest()])).toEqual(['cut', 'cut']);
  });

  it('are cut off after the longest time, however fast they read', async () => {
    ask({ longestSeconds: 0.5 });
    const reader = await read(ONE);
    const reading = setInterval(() => reader.take(50_000), 10);
    await running(0);
    clearInterval(reading);
    expect(await reader.rest()).toBe('cut');
  });

  it('are not cut off at a normal pace, nor for a short pause such as a proxy makes', async () => {
    ask({ bytesPerSecond: 8_192, pauseSeconds: 5 });
    const paused = await read(ONE);
    const started = Date.now();
    const steady = (await read(ONE)).rest();
    while (Date.now() - started < 600) await new Promise((resolve) => setTimeout(resolve, 50));
    const bytes = await paused.rest();
    expect(bytes).toBeGreaterThan(10_000_000);
    expect(await steady).toBe(bytes);
  });

  it('who have the file already get 304 without a slot', async () => {
    const first = await tracker.request.get('/api/open-data/themes.csv').set('X-Forwarded-For', ONE);
    expect(first.status).toBe(200);
    const { etag } = first.headers;
    await Promise.all([read(ONE), read(ONE)]);
    const again = await tracker.request
      .get('/api/open-data/themes.csv')
      .set({ 'X-Forwarded-For': ONE, 'If-None-Match': String(etag) });
    expect(again.status).toBe(304);
  });
});
