import type { Core } from '@strapi/strapi';
import { configuredLimitsProblem } from '../content-api/query-cost/limit-settings';
import { probePostgres, type PostgresSettings } from './probe-postgres';
import { isOpenToOthers, ownFolder, tightenFolder } from './private-files';
import { probeSqlite } from './probe-sqlite';
import { assertLocalesKnown } from '../languages/locales';
import { assertSettings } from './required-settings';
import { SettingError } from './setting-error';
import { sqliteFile } from './sqlite-file';

/**
 * Stops the start with one line when a secret is missing or the database is unavailable. The first step of the
 * application's `register`: Strapi connects after it, and prints a stack trace.
 */
export async function checkSettings({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  try {
    assertSettings(process.env);
    assertQueryLimits(strapi);
    assertLocalesKnown(strapi);
    await probeDatabase(strapi);
    keepFilesPrivate(strapi);
  } catch (error) {
    if (error instanceof SettingError && strapi.config.get('autoReload')) stopDevelop(error);
    throw error;
  }
}

/**
 * Settings that an installation's configuration file may override.
 * @throws SettingError
 */
function assertQueryLimits(strapi: Core.Strapi): void {
  const problem = configuredLimitsProblem(strapi.config.get('tracker.queryLimits'));
  if (problem !== null) throw new SettingError(['tracker.queryLimits'], problem);
}

/**
 * Restricts the application's own folder to its owner. A database elsewhere is left unchanged, since its folder may
 * be shared on purpose; the log has a warning.
 */
function keepFilesPrivate(strapi: Core.Strapi): void {
  const refused = tightenFolder(ownFolder());
  const database = sqliteFile(process.env.DATABASE_FILENAME);
  const isSqlite = strapi.config.get('database.connection.client') === 'sqlite';
  const open = isSqlite && isOpenToOthers(database) ? [database] : [];
  for (const file of new Set([...refused, ...open])) {
    strapi.log.warn(
      `Other users of this machine may read ${file}; its owner can close it with chmod go= "${file}"`,
    );
  }
}

/** Tries to connect to the configured database. */
async function probeDatabase(strapi: Core.Strapi): Promise<void> {
  const { client, connection } = strapi.config.get('database.connection') as {
    client: 'sqlite' | 'postgres';
    connection: PostgresSettings;
  };
  if (client === 'postgres') await probePostgres(connection);
  else probeSqlite(sqliteFile(process.env.DATABASE_FILENAME));
}

/**
 * `strapi develop` runs the application in a worker process; the parent ends with 0 when that just exits. The
 * message makes it end with 1.
 */
function stopDevelop(error: SettingError): never {
  process.stderr.write(`\n${error.message}\n`);
  process.send?.('stop');
  process.exit(1);
}
