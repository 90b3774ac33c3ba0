import { bootTracker, type Tracker } from '../support/tracker';

/** More than the sockets and buffers on the way hold, so that an export stops in the middle. */
const PARTNERS = 3000;
const TEXT = 'ღია მმართველობა. '.repeat(400);
const AT_ONCE = 4;

describe('exports that do not go to the end', () => {
  let tracker: Tracker;
  const address = () => `${tracker.url}/api/open-data/partners.csv`;

  beforeAll(async () => {
    tracker = await bootTracker();
    const data = Array.from({ length: PARTNERS }, (_, index) => ({
      documentId: `p${String(index).padStart(23, '0')}`,
      name: TEXT,
      slug: `partner-${index}`,
      locale: 'ka',
      publishedAt: new Date().toISOString(),
    }));
    for (let start = 0; start < PARTNERS; start += 50) {
      const part = data.slice(start, start + 50);
      await tracker.strapi.db.query('api::partner.partner').createMany({ data: part });
    }
  });
  afterAll(() => tracker.close());

  async function startAndLeave(): Promise<void> {
    const controller = new AbortController();
    const response = await fetch(address(), { signal: controller.signal });
    expect(response.status).toBe(200);
    await response.body!.getReader().read();
    controller.abort();
  }

  it('free their slot and their connection when the reader hangs up', async () => {
    for (let round = 0; round < 2; round += 1) {
      await Promise.all(Array.from({ length: AT_ONCE }, startAndLeave));
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
    if (tracker.strapi.config.get('database.connection.client') === 'postgres') {
      const open = await tracker.strapi.db.connection('pg_stat_activity').where({
        application_name: 'open-data export',
      });
      expect(open).toEqual([]);
    }
    const text = await (await fetch(address())).text();
    expect(text.trimEnd().split('\r\n')).toHaveLength(PARTNERS + 1);
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
});
