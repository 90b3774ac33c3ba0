import { once } from 'node:events';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import supertest from 'supertest';
import { createDatabase, type FreshDatabase } from './databases';
import { setEnvironment, TEST_SETTINGS } from './environment';
import { freePort } from './free-port';
import { forgetModules, hostCreateStrapi, hostProcess, runDatabase, type Database } from './host';
import { closeLater } from './resources';
import { startedDatabase } from './started-database';

export interface TrackerOptions {
  /** Which engine; by default the one of the Jest project. */
  database?: Database;
  /** Settings on top of the tests' own; undefined removes one. */
  env?: Record<string, string | undefined>;
  /** Keep an existing database instead of a fresh one: `tracker.database` of a tracker that was kept. */
  reuse?: FreshDatabase;
  /** Start on an empty database, for tests of the first start itself; else on one that was started once before. */
  firstStart?: boolean;
  /** Why the test leaves content that `npm run doctor` would complain of; without a reason it may not. */
  isDamaged?: string;
}

/** A running application. Only one at a time: Strapi keeps process-wide state. */
export interface Tracker {
  strapi: Core.Strapi;
  url: string;
  request: ReturnType<typeof supertest>;
  database: FreshDatabase;
  /** Stops the application; drops its database unless `keepDatabase`. */
  close(options?: { keepDatabase?: boolean }): Promise<void>;
}

const ROOT = path.resolve(__dirname, '../..');
const DIST = path.join(ROOT, 'dist');
const open = new Set<Tracker>();

/** Boots the built application on a fresh database and listens on a free port of this machine. */
export async function bootTracker(options: TrackerOptions = {}): Promise<Tracker> {
  if (open.size > 0) throw new Error('Close the running tracker before booting another one');
  const database = await chooseDatabase(options);
  const port = await freePort();
  const restore = setEnvironment({
    ...TEST_SETTINGS,
    ...database.env,
    PORT: String(port),
    ...options.env,
  });
  const listeners = rememberListeners();
  const stopped = async (strapi: Core.Strapi | undefined, keepDatabase: boolean) => {
    await destroy(strapi);
    listeners.restore();
    restore();
    if (!keepDatabase) await database.drop();
  };

  let strapi: Core.Strapi | undefined;
  try {
    // The plugin's entry is beside its sources.
    forgetModules([DIST + path.sep, path.join(ROOT, 'src') + path.sep]);
    strapi = hostCreateStrapi()({ appDir: ROOT, distDir: DIST });
    strapi.log.level = hostProcess().env.TEST_LOG_LEVEL ?? 'error';
    // Strapi counts logins per process, not per application: the tests of one run would share the limit.
    strapi.config.set('admin.rateLimit', { enabled: false });
    await strapi.load();
    // A test that computes for seconds stops this process, server and clients alike: a connection that the server
    // would close meanwhile is taken for the next request.
    strapi.server.httpServer.keepAliveTimeout = 120_000;
    strapi.server.listen(port, '127.0.0.1');
    await once(strapi.server.httpServer, 'listening');
  } catch (error) {
    await stopped(strapi, Boolean(options.reuse));
    throw error;
  }

  const url = `http://127.0.0.1:${port}`;
  const running = strapi;
  const tracker: Tracker = {
    strapi: running,
    url,
    request: supertest(url),
    database,
    async close({ keepDatabase = false } = {}) {
      if (!open.delete(tracker)) return;
      let findings: object[] = [];
      try {
        if (!options.isDamaged) findings = await consistencyFindings(running);
      } finally {
        await stopped(running, keepDatabase);
      }
      if (findings.length > 0) throw new Error(`npm run doctor would find: ${JSON.stringify(findings)}`);
    },
  };
  open.add(tracker);
  closeLater(() => tracker.close());
  return tracker;
}

async function chooseDatabase(options: TrackerOptions): Promise<FreshDatabase> {
  if (options.reuse) return options.reuse;
  const engine = options.database ?? runDatabase();
  if (options.firstStart) return createDatabase(engine);
  const { SEED_DEMO, LOCALES } = options.env ?? {};
  return startedDatabase(engine, { SEED_DEMO, LOCALES }, async (empty) => {
    const first = await bootTracker({ reuse: empty, env: { SEED_DEMO, LOCALES } });
    await first.close({ keepDatabase: true });
  });
}

/** What `npm run doctor` finds: no test may leave a database that disagrees with itself. */
async function consistencyFindings(strapi: Core.Strapi): Promise<object[]> {
  await settled(strapi);
  return strapi.plugin('accountability').service('consistencyChecks').check();
}

/** `strapi.destroy()` without its `process.removeAllListeners()`, which would cut Jest off its worker. */
async function destroy(strapi: Core.Strapi | undefined): Promise<void> {
  if (!strapi) return;
  const host = hostProcess();
  const removeAllListeners = host.removeAllListeners;
  host.removeAllListeners = () => host;
  try {
    await settled(strapi);
    await strapi.destroy();
  } finally {
    host.removeAllListeners = removeAllListeners;
  }
}

/**
 * Waits until nobody uses the database. Strapi reads a written entry again after the commit, for its events, and
 * lets nobody wait for it: a pool that is closed meanwhile would make that a rejection nobody handles.
 */
async function settled({ db }: Core.Strapi): Promise<void> {
  const { pool } = (db?.connection?.client ?? {}) as {
    pool?: { numUsed(): number; numPendingAcquires(): number };
  };
  const end = Date.now() + 5_000;
  for (let idle = 0; pool && idle < 3 && Date.now() < end;) {
    idle = pool.numUsed() + pool.numPendingAcquires() === 0 ? idle + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Notes the process listeners there are now; `restore` removes the ones added since. */
function rememberListeners(): { restore(): void } {
  const host = hostProcess();
  const before = new Map(host.eventNames().map((name) => [name, new Set(host.rawListeners(name))]));
  return {
    restore() {
      for (const name of host.eventNames()) {
        for (const listener of host.rawListeners(name)) {
          if (!before.get(name)?.has(listener)) {
            host.removeListener(name, listener as (...args: unknown[]) => void);
          }
        }
      }
    },
  };
}
