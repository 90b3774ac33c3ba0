import { adminToken, createFullAccessToken } from './support/accounts';
import { jsonRequest } from './support/json-request';
import { bootTracker, type Tracker } from './support/tracker';
import { runDatabase } from './support/host';
import lock from '../package-lock.json';

describe('booting the built application', () => {
  let tracker: Tracker;
  beforeAll(async () => {
    tracker = await bootTracker({ firstStart: true });
  });
  afterAll(() => tracker.close());

  it('runs on the database this run is about', () => {
    expect(tracker.strapi.config.get('database.connection.client')).toBe(runDatabase());
  });

  it('opens SQLite so that readers and writers do not wait for each other', async () => {
    const { connection } = tracker.strapi.db;
    const pragma = async (name: string): Promise<unknown> => {
      const [row] = (await connection.raw(`PRAGMA ${name}`)) as Record<string, unknown>[];
      return Object.values(row!)[0];
    };
    const settings =
      runDatabase() === 'sqlite'
        ? [await pragma('journal_mode'), await pragma('synchronous'), await pragma('busy_timeout')]
        : [];
    const NORMAL = 1;
    expect(settings).toEqual({ sqlite: ['wal', NORMAL, 15_000], postgres: [] }[runDatabase()]);
  });

  it('answers the health check', async () => {
    await tracker.request.get('/_health').expect(204);
  });

  it('loads the accountability plugin and its routes, which Strapi would skip silently', () => {
    const plugin = tracker.strapi.plugin('accountability');
    expect(plugin).toBeDefined();
    const paths = tracker.strapi.server.listRoutes().map((layer) => layer.path);
    const declared = Object.values(plugin.routes).flatMap((router) =>
      Array.isArray(router) ? router : router.routes,
    );
    expect(declared.length).toBeGreaterThan(0);
    for (const route of declared) {
      expect(paths.some((path) => path.endsWith(route.path))).toBe(true);
    }
  });

  it('has Georgian as the default locale, and English', async () => {
    const locales = tracker.strapi.plugin('i18n').service('locales');
    expect(await locales.getDefaultLocale()).toBe('ka');
    const codes = (await locales.find()).map((locale: { code: string }) => locale.code);
    expect(codes).toEqual(expect.arrayContaining(['ka', 'en']));
  });

  it('lets an admin in, and an integration with a token', async () => {
    const token = await adminToken(tracker);
    const me = await jsonRequest(`${tracker.url}/admin/users/me`, { token });
    expect(me.status).toBe(200);
    const answer = await jsonRequest(`${tracker.url}/api/themes`, {
      token: await createFullAccessToken(tracker),
    });
    expect(answer.status).toBe(200);
  });

  it('serves the admin panel', async () => {
    const response = await tracker.request.get('/admin/').expect(200);
    expect(response.text).toContain('<div id="strapi"');
  });

  it('boots again after it was closed, on the same database', async () => {
    await tracker.close({ keepDatabase: true });
    tracker = await bootTracker({ reuse: tracker.database });
    await tracker.request.get('/_health').expect(204);
  });

  it('keeps nothing of an application before it in what Strapi has once a process', () => {
    const OWN = Symbol.for('open-commitments.parse-files-data');
    const { parseFilesData } = tracker.strapi.service('admin::project-settings') as unknown as {
      parseFilesData: Record<symbol, object | undefined>;
    };
    expect(parseFilesData[OWN]).toEqual(expect.any(Function));
    expect(OWN in parseFilesData[OWN]!).toBe(false);
  });

  it('sends no telemetry', () => {
    expect(tracker.strapi.telemetry.isDisabled).toBe(true);
  });
});

it('pins every Strapi package to the same version', () => {
  const versions = Object.entries(lock.packages)
    .filter(([folder]) => /(^|\/)node_modules\/@strapi\/[^/]+$/.test(folder))
    .filter(([folder]) => !/@strapi\/(design-system|icons|ui-primitives)$/.test(folder))
    .map(([folder, entry]) => `${folder} ${(entry as { version: string }).version}`);
  expect(versions.length).toBeGreaterThan(5);
  expect(versions.filter((line) => !line.endsWith(' 5.54.0'))).toEqual([]);
});
