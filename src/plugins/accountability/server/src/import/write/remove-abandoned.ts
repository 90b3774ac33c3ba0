import type { Core } from '@strapi/strapi';
import { removeHiddenRows } from './hidden-rows';

/**
 * Removes what an import has left whose process died before its commit. Every start does while no import
 * runs, and every import before it begins. On PostgreSQL the database itself has done so.
 */
export async function removeAbandoned(strapi: Core.Strapi): Promise<void> {
  if (strapi.db.dialect.client !== 'postgres') await removeHiddenRows(strapi);
}
