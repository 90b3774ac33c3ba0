import type { Core } from '@strapi/strapi';
import { IMPORT_ACTIONS } from '../permissions';
import { removeAbandoned } from '../write/remove-abandoned';
import { failAbandoned, isImportRunning } from './store';

/** Registers the permissions, and takes back what an import has left whose process died. */
export async function bootstrapImports(strapi: Core.Strapi): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany(IMPORT_ACTIONS);
  await failAbandoned(strapi);
  if (!(await isImportRunning(strapi))) await removeAbandoned(strapi);
}
