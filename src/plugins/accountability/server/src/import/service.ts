import type { Core } from '@strapi/strapi';
import type { ImportMapping } from './mapping/declaration';
import { importsConfig } from './registry';
import { runImport, type ImportRequest, type ImportResult } from './run-import';

/** Imports, for the application's own code and the command. */
const service = ({ strapi }: { strapi: Core.Strapi }) => ({
  mappings: (): readonly ImportMapping[] => importsConfig(strapi).mappings,
  run: (request: ImportRequest): Promise<ImportResult> => runImport(strapi, request),
});

export default service;
