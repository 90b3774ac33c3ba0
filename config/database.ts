import type { Core } from '@strapi/strapi';

import { type FunctionRegistry, foldEveryAlphabet } from 'strapi-plugin-accountability/server';
import { configurableSqliteFile } from '../src/settings/sqlite-file';

interface SqliteConnection extends FunctionRegistry {
  pragma(statement: string): unknown;
}

const config = ({ env }: Core.Config.Shared.ConfigParams) => {
  const client = env('DATABASE_CLIENT', 'sqlite');

  if (client === 'postgres') {
    return {
      connection: {
        client: 'postgres',
        connection: {
          connectionString: env('DATABASE_URL') || undefined,
          host: env('DATABASE_HOST', 'localhost'),
          port: env.int('DATABASE_PORT', 5432),
          database: env('DATABASE_NAME', 'open_commitments'),
          user: env('DATABASE_USERNAME', 'open_commitments'),
          password: env('DATABASE_PASSWORD', ''),
          ssl: env.bool('DATABASE_SSL', false) && {
            rejectUnauthorized: env.bool('DATABASE_SSL_REJECT_UNAUTHORIZED', true),
          },
          schema: env('DATABASE_SCHEMA', 'public'),
        },
        pool: { min: env.int('DATABASE_POOL_MIN', 0), max: env.int('DATABASE_POOL_MAX', 10) },
        acquireConnectionTimeout: env.int('DATABASE_CONNECTION_TIMEOUT', 60000),
      },
    };
  }

  return {
    connection: {
      client: 'sqlite',
      connection: {
        filename: configurableSqliteFile(env('DATABASE_FILENAME')),
      },
      useNullAsDefault: true,
      pool: {
        afterCreate(connection: SqliteConnection, done: (error: Error | null) => void) {
          // busy_timeout first: switching to WAL itself needs the lock another process may hold.
          connection.pragma('busy_timeout = 15000');
          connection.pragma('journal_mode = WAL');
          connection.pragma('synchronous = NORMAL');
          foldEveryAlphabet(connection);
          done(null);
        },
      },
    },
  };
};

export default config;
