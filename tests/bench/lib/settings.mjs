import { existsSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '../../..',
);

/** Database settings as config/database.ts reads them: the environment first, then the .env file. */
export function databaseSettings() {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const { env } = process;
  if ((env.DATABASE_CLIENT || 'sqlite') === 'sqlite') {
    return { client: 'sqlite', filename: path.resolve(root, env.DATABASE_FILENAME || '.tmp/data.db') };
  }
  return {
    client: 'postgres',
    schema: env.DATABASE_SCHEMA || 'public',
    connection: {
      connectionString: env.DATABASE_URL || undefined,
      host: env.DATABASE_HOST || 'localhost',
      port: Number(env.DATABASE_PORT || 5432),
      database: env.DATABASE_NAME || 'open_commitments',
      user: env.DATABASE_USERNAME || 'open_commitments',
      password: env.DATABASE_PASSWORD || '',
      ssl: env.DATABASE_SSL === 'true' && {
        rejectUnauthorized: env.DATABASE_SSL_REJECT_UNAUTHORIZED !== 'false',
      },
    },
  };
}

/** Value of `--name value` on the command line. */
export function option(name, fallback) {
  const position = process.argv.indexOf(`--${name}`);
  return position < 0 ? fallback : process.argv[position + 1];
}

export const print = (line) => process.stdout.write(`${line}\n`);
