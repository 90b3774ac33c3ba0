import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { hostRequire } from '../support/host';
import { damageContent, endReading, fillWithPartners, noReading, PARTNERS } from '../support/large-content';
import { makeCommitment } from '../support/milestones';
import { ROOT } from '../support/processes';
import { bootTracker, type Tracker } from '../support/tracker';

const THREADS = path.join(ROOT, 'src/plugins/accountability/dist/server/src/export/worker/file-threads.js');
const SLOTS = path.join(ROOT, 'src/plugins/accountability/dist/server/src/export/concurrency-limit.js');
interface SlotsModule {
  exportConcurrencyLimit(strapi: unknown): { taken: number };
}
interface ThreadsModule {
  fileThreads(strapi: unknown): { take(): Worker; release(worker: Worker): Promise<void> };
}

const AT_ONCE = 4;

describe('exports that do not go to the end', () => {
  let tracker: Tracker;
  const address = () => `${tracker.url}/api/open-data/partners.csv`;

  beforeAll(async () => {
    tracker = await bootTracker({
      env: { OPEN_DATA_MAX_EXPORTS_PER_ADDRESS: '4' },
      isDamaged: 'pages of the database file are overwritten',
    });
    await makeCommitment(tracker, { title: 'Shown', data: { slug: 'shown' } });
    await fillWithPartners(tracker);
    // What lists and numbers show is read with the first page.
    await fetch(`${tracker.url}/`);
  });
  afterAll(() => tracker.close());

  let leaveAfterwards: () => void = () => undefined;
  const afterTest = (leave: () => void) => {
    leaveAfterwards = leave;
  };
  afterEach(async () => {
    leaveAfterwards();
    await slots(AT_ONCE);
  });

  /** Waits until at least so many exports may start: who hung up is noticed soon, but not at once. */
  async function slots(free: number): Promise<void> {
    const { exportConcurrencyLimit } = hostRequire(SLOTS) as SlotsModule;
    const end = Date.now() + 20_000;
    while (AT_ONCE - exportConcurrencyLimit(tracker.strapi).taken < free) {
      if (Date.now() > end) throw new Error(`No ${free} exports can start`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function startAndLeave(): Promise<void> {
    const controller = new AbortController();
    const response = await fetch(address(), { signal: controller.signal });
    expect(response.status).toBe(200);
    await response.body!.getReader().read();
    controller.abort();
  }

  /** The same page in so many forms that each has to be made, and all of them at once. */
  async function pagesAreShown(): Promise<void> {
    const answers = await Promise.all(
      ['ka', 'en'].flatMap((language) =>
        ['identity', 'gzip', 'br'].map((coding) =>
          fetch(`${tracker.url}/commitments/shown?locale=${language}`, {
            headers: { 'Accept-Encoding': coding },
          }),
        ),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200));
  }

  it('are as many at a time as the settings say; the next gets Retry-After, but pages are shown', async () => {
    const controllers = Array.from({ length: AT_ONCE }, () => new AbortController());
    afterTest(() => controllers.forEach((controller) => controller.abort()));
    const running = await Promise.all(
      controllers.map(async ({ signal }) => {
        const response = await fetch(address(), { signal });
        await response.body!.getReader().read();
        return response.status;
      }),
    );
    expect(running).toEqual(Array<number>(AT_ONCE).fill(200));
    const refused = await fetch(address());
    expect(refused.status).toBe(503);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      detail: expect.stringContaining(String(seconds)),
      retryAfter: seconds,
    });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    await pagesAreShown();
    controllers[0]!.abort();
    await slots(1);
    const next = await fetch(address(), { signal: controllers[1]!.signal });
    expect(next.status).toBe(200);
    expect((await fetch(address())).status).toBe(503);
  });

  it('free their slot and their connection when the reader hangs up', async () => {
    for (let round = 0; round < 2; round += 1) {
      await Promise.all(Array.from({ length: AT_ONCE }, startAndLeave));
      await slots(AT_ONCE);
    }
    await noReading(tracker);
    const text = await (await fetch(address())).text();
    expect(text.trimEnd().split('\r\n')).toHaveLength(PARTNERS + 1);
  });

  it('end their thread, which a small file to its end leaves ready for the next', async () => {
    const { fileThreads } = hostRequire(THREADS) as ThreadsModule;
    const threads = fileThreads(tracker.strapi);
    const waiting = (): number => {
      const worker = threads.take();
      void threads.release(worker);
      return worker.threadId;
    };
    const first = waiting();
    for (let round = 0; round < 3; round += 1) {
      const response = await fetch(`${tracker.url}/api/open-data/themes.csv`);
      expect((await response.text()).split('\r\n')[0]).toContain('id,');
      await fetch(`${tracker.url}/api/open-data/themes.json`, { method: 'HEAD' });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(waiting()).toBe(first);

    await Promise.all([startAndLeave(), startAndLeave()]);
    await slots(AT_ONCE);
    expect(waiting()).not.toBe(first);
  });

  it('are answered with a problem when the database cannot be opened, and leave no slot taken', async () => {
    const { config } = tracker.strapi;
    const connection: unknown = config.get('database.connection');
    config.set('database.connection', { client: 'sqlite', connection: { filename: '/nowhere/data.db' } });
    try {
      for (let round = 0; round <= AT_ONCE; round += 1) {
        const response = await fetch(address());
        expect(response.status).toBe(500);
        expect(response.headers.get('content-type')).toContain('application/problem+json');
        expect(await response.text()).not.toContain('nowhere');
      }
    } finally {
      config.set('database.connection', connection);
    }
    expect((await fetch(address(), { method: 'HEAD' })).status).toBe(200);
  });

  it('are cut off visibly when the database fails in the middle', async () => {
    await noReading(tracker);
    await damageContent(tracker);
    const controller = new AbortController();
    const response = await fetch(address(), { signal: controller.signal });
    expect(response.status).toBe(200);
    const reader = response.body!.getReader();
    await reader.read();
    await endReading(tracker);
    const readToTheEnd = async () => {
      while (!(await reader.read()).done);
    };
    await expect(readToTheEnd()).rejects.toThrow('terminated');
  });
});
