import type { ClientConfig } from 'pg';
import type { Snapshot } from './connection';
import { openPostgresSnapshot } from './postgres-snapshot';
import { openSqliteSnapshot } from './sqlite-snapshot';

/** Strapi's `database.connection`: knex settings. */
export interface DatabaseConfig {
  readonly client: string;
  readonly connection: unknown;
}

type ConnectionSettings = ClientConfig & { filename?: string; schema?: string };

/** Knex takes settings as an object, as an address, or as a function that gives either. */
async function settingsOf(connection: unknown): Promise<ConnectionSettings> {
  const given: unknown = typeof connection === 'function' ? await connection() : connection;
  if (typeof given === 'string') return { connectionString: given };
  const settings = given as ConnectionSettings;
  // Knex hides the password from copies: a spread alone would leave it behind.
  return { ...settings, ...(settings.password !== undefined && { password: settings.password }) };
}

/**
 * Opens a snapshot of the database Strapi is configured with.
 * @throws Error for a database that is neither SQLite nor PostgreSQL, or that cannot be reached
 */
export async function openSnapshot(config: DatabaseConfig): Promise<Snapshot> {
  const { filename, schema, ...settings } = await settingsOf(config.connection);
  if (config.client === 'postgres') return openPostgresSnapshot(settings, schema ?? null);
  if (config.client === 'sqlite' && filename) return openSqliteSnapshot(filename);
  throw new Error(`Open data reads SQLite files and PostgreSQL; the configured client is "${config.client}"`);
}
