import type { Client, ClientConfig } from 'pg';
import { SettingError } from './setting-error';

const CONNECT_TIMEOUT_MS = 8000;

/** Where `config/database.ts` points; `schema` is Strapi's own addition. */
export interface PostgresSettings extends ClientConfig {
  schema?: string;
}

/** The settings that a separate connection needs. */
export function clientConfig(settings: PostgresSettings): ClientConfig {
  // Listed one by one: knex has made the password non-enumerable by now.
  const { connectionString, host, port, database, user, password, ssl } = settings;
  return { connectionString, host, port, database, user, password, ssl };
}

/**
 * Connects once, as the application will.
 * @throws SettingError naming the setting that caused the failure; never with the password
 */
export async function probePostgres(settings: PostgresSettings): Promise<void> {
  const { schema } = settings;
  // Loaded where it is used: a start on SQLite does without it.
  const { Client: PostgresClient } = await import('pg');
  const client = new PostgresClient({
    ...clientConfig(settings),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // A connection lost while it is closed would otherwise be an unhandled 'error' event.
  client.on('error', () => {});
  try {
    await client.connect();
    if (schema) await assertSchema(client, schema);
  } catch (error) {
    if (error instanceof SettingError) throw error;
    throw explain(error as PostgresError, settings);
  } finally {
    await client.end().catch(() => {});
  }
}

interface PostgresError extends Error {
  code?: string;
  /** Node's error when every address of a host name failed. */
  errors?: { code?: string; message: string }[];
}

async function assertSchema(client: Client, schema: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
  if (rowCount === 0) throw new SettingError(['DATABASE_SCHEMA'], `the database has no schema "${schema}"`);
}

/** One line that names the setting to which a failed connection is due. */
export function explain(error: PostgresError, settings: ClientConfig): SettingError {
  const code = error.code ?? error.errors?.[0]?.code ?? '';
  const message = error.message || error.errors?.[0]?.message || 'no answer';
  const named = (...names: string[]) => (settings.connectionString ? ['DATABASE_URL'] : names);

  switch (code) {
    case '28P01':
    case '28000':
      return new SettingError(
        named('DATABASE_USERNAME', 'DATABASE_PASSWORD'),
        `PostgreSQL does not let this user in (${message})`,
      );
    case '3D000':
      return new SettingError(named('DATABASE_NAME'), `PostgreSQL has no such database (${message})`);
    case '42501':
      return new SettingError(named('DATABASE_USERNAME'), `the user lacks a permission (${message})`);
  }
  if (/password must be/.test(message)) {
    return new SettingError(named('DATABASE_PASSWORD'), 'PostgreSQL asks for a password');
  }
  if (/\bSSL\b|certificate/i.test(message) || /^(CERT_|DEPTH_|SELF_|UNABLE_TO_)/.test(code)) {
    return new SettingError(
      ['DATABASE_SSL', 'DATABASE_SSL_REJECT_UNAUTHORIZED'],
      `no secure connection to PostgreSQL (${message})`,
    );
  }
  const address = settings.connectionString ? 'its address' : `${settings.host}:${settings.port}`;
  return new SettingError(
    named('DATABASE_HOST', 'DATABASE_PORT'),
    `PostgreSQL cannot be reached at ${address} (${code || message})`,
  );
}
