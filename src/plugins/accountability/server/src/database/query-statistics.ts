import type { Core } from '@strapi/strapi';

/**
 * Updates the database's statistics of its indexes: after many rows were written, and before many are read. Without
 * these counts SQLite reads all components of a content type to find those of one row; it counts where it never did or
 * the tables have grown tenfold since, in some tenths of a second at most. PostgreSQL counts by itself, up to minutes
 * later: until then it joins as if the tables were empty.
 */
export async function refreshStatistics(strapi: Core.Strapi): Promise<void> {
  if (strapi.db.dialect.client === 'postgres') {
    await strapi.db.connection.raw('ANALYZE');
    return;
  }
  try {
    // All tables, and not only those this connection has read.
    await strapi.db.connection.raw('PRAGMA optimize = 0x10002');
  } catch (error) {
    // Another process is writing: the next start does it.
    if (!String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) throw error;
  }
}
