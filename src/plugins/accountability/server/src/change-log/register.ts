import type { Core } from '@strapi/strapi';
import { ensureBaselines } from './baseline';
import { changeLogMiddleware } from './document-middleware';
import { followLanguages } from './language-change';
import { watchRows } from './row-watch';

/** Registers the change log as the outermost document middleware; call it before the others are registered. */
export function registerChangeLog(strapi: Core.Strapi): void {
  strapi.documents.use(changeLogMiddleware(strapi));
}

/**
 * Adds missing initial entries, logs a changed set of languages, and subscribes to rows written below the document
 * service.
 */
export async function bootstrapChangeLog(strapi: Core.Strapi): Promise<void> {
  await ensureBaselines(strapi);
  await followLanguages(strapi);
  watchRows(strapi);
}
