import Database from 'better-sqlite3';
import type { Core } from '@strapi/strapi';
import { setTimeout as wait } from 'node:timers/promises';
import { makePrivateFile } from '../settings/private-files';
import { clientConfig, type PostgresSettings } from '../settings/probe-postgres';
import { sqliteFile } from '../settings/sqlite-file';

const RETRY_MS = 100;

export type Release = () => Promise<void>;

/**
 * Lets one instance at a time start on a database: others wait here, before they use a table. Strapi's own schema
 * sync and permissions take no lock, and two of them at once create duplicates or fail. The lock ends with the
 * process, however that ends.
 */
export function holdStartLock(strapi: Core.Strapi): Promise<Release> {
  const { client, connection } = strapi.config.get('database.connection') as {
    client: 'sqlite' | 'postgres';
    connection: PostgresSettings;
  };
  return client === 'postgres'
    ? holdPostgresLock(connection)
    : holdFileLock(`${sqliteFile(process.env.DATABASE_FILENAME)}.start`);
}

async function holdPostgresLock(settings: PostgresSettings): Promise<Release> {
  // Loaded where it is used: most starts have SQLite.
  const { Client } = await import('pg');
  const client = new Client(clientConfig(settings));
  // A connection closed by the server while idle would otherwise be an unhandled 'error' event.
  client.on('error', () => {});
  await client.connect();
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [`open-commitments:start:${settings.schema}`]);
  // A failed start must not keep the process alive.
  (client as unknown as { unref(): void }).unref(); // `unref` is missing in the types only
  return () => client.end();
}

async function holdFileLock(file: string): Promise<Release> {
  makePrivateFile(file);
  const lock = new Database(file, { timeout: 0 });
  for (;;) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
      await wait(RETRY_MS);
    }
  }
  return async () => {
    lock.close();
  };
}
