import type { Core } from '@strapi/strapi';
import { readHiddenRows, removeHiddenRows } from './hidden-rows';
import { hideInQueries, hideNothing } from './hide-in-queries';

/**
 * Removes what an import has left whose process died before its commit. Every start does while no import
 * runs, and every import before it begins. On PostgreSQL the database itself has done so.
 */
export async function removeAbandoned(strapi: Core.Strapi): Promise<void> {
  if (strapi.db.dialect.client === 'postgres') return;
  const hidden = await readHiddenRows(strapi, strapi.db.connection);
  if (!hidden) return;
  hideInQueries(strapi, Object.keys(hidden));
  await removeHiddenRows(strapi);
  hideNothing(strapi);
}

/** Leaves the rows of an import that another process is at out of this one's queries. */
export async function hideOfOthers(strapi: Core.Strapi): Promise<void> {
  if (strapi.db.dialect.client === 'postgres') return;
  hideInQueries(strapi, Object.keys((await readHiddenRows(strapi, strapi.db.connection)) ?? {}));
}
