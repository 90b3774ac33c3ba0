import type { Core } from '@strapi/strapi';
import { parseSummaryConfig, type SummaryTable } from './config';

const known = new WeakMap<Core.Strapi, readonly SummaryTable[]>();

/** The application's tables of counts, as validated at the start. */
export function summaryTables(strapi: Core.Strapi): readonly SummaryTable[] {
  let tables = known.get(strapi);
  if (!tables) {
    tables = parseSummaryConfig(strapi.config.get('plugin::accountability'));
    known.set(strapi, tables);
  }
  return tables;
}
