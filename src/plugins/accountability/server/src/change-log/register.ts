import type { Core } from '@strapi/strapi';
import { ensureBaselines } from './baseline';
import { changeLogMiddleware } from './document-middleware';
import { followLanguages } from './language-change';
import { watchRows } from './row-watch';

/** Puts the change log outside every other document middleware; to be called before theirs are registered. */
export function registerChangeLog(strapi: Core.Strapi): void {
  strapi.documents.use(changeLogMiddleware(strapi));
}

/** Makes the log begin where it has not, tells what other languages of the site have changed, and watches the rows below the document service. */
export async function bootstrapChangeLog(strapi: Core.Strapi): Promise<void> {
  await ensureBaselines(strapi);
  await followLanguages(strapi);
  watchRows(strapi);
}
