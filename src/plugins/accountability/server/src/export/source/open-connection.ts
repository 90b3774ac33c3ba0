import type { ClientConfig } from 'pg';
import type { Connection } from './connection';
import { postgresDialect, sqliteDialect, type Dialect } from './sql';

/** Strapi's `database.connection`: knex settings. */
export interface DatabaseConfig {
  readonly client: string;
  readonly connection: unknown;
}

type ConnectionSettings = ClientConfig & { filename?: string; schema?: string };

/** The same as plain data, without functions. */
export interface DatabaseSettings {
  readonly client: string;
  readonly connection: ConnectionSettings;
}

/** Knex accepts its connection settings as an object, an address, or a function that returns either. */
export async function databaseSettings({ client, connection }: DatabaseConfig): Promise<DatabaseSettings> {
  const given: unknown = typeof connection === 'function' ? await connection() : connection;
  if (typeof given === 'string') return { client, connection: { connectionString: given } };
  const settings = given as ConnectionSettings;
  // Knex makes the password non-enumerable: a spread alone would omit it.
  const password = typeof settings.password === 'function' ? await settings.password() : settings.password;
  return { client, connection: { ...settings, ...(password !== undefined && { password }) } };
}

/** SQL dialect of the configured database. */
export const dialectOf = (client: string): Dialect =>
  client === 'postgres' ? postgresDialect : sqliteDialect;

const DRIVERS = {
  postgres: () => import('./postgres-connection.js'),
  sqlite: () => import('./sqlite-connection.js'),
};

/** Loads the database's driver, so that opening a connection need not wait for it. */
export async function loadDriver(client: string): Promise<void> {
  if (client === 'postgres' || client === 'sqlite') await DRIVERS[client]();
}

/**
 * Opens a connection to the database. Only the driver it needs is loaded.
 * @throws Error for a database that is neither SQLite nor PostgreSQL, or that is unreachable
 */
export async function openConnection({ client, connection }: DatabaseSettings): Promise<Connection> {
  const { filename, schema, ...settings } = connection;
  if (client === 'postgres') {
    const { openPostgresConnection } = await DRIVERS.postgres();
    return openPostgresConnection(settings, schema ?? null);
  }
  if (client === 'sqlite' && filename) {
    const { openSqliteConnection } = await DRIVERS.sqlite();
    return openSqliteConnection(filename);
  }
  throw new Error(`Open data reads SQLite files and PostgreSQL; the configured client is "${client}"`);
}
