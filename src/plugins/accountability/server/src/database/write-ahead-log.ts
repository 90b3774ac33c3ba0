import type { Core } from '@strapi/strapi';

/**
 * Switches a SQLite file to write-ahead logging (persistent): without it the snapshot an export reads from would
 * block every write.
 */
export async function useWriteAheadLog(strapi: Core.Strapi): Promise<void> {
  if (strapi.db.dialect.client === 'sqlite') await strapi.db.connection.raw('PRAGMA journal_mode = WAL');
}
