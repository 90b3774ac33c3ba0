import type { Core } from '@strapi/strapi';
import { openDataConfig } from '../datasets/settings';
import { countAll, countDocuments } from './count';
import { labelsOf } from './labels';
import { summaryTables } from './settings';
import { summarise, type SummaryView } from './summarise';

/** Every declared table of counts, with labels in a language. */
export async function readSummary(strapi: Core.Strapi, locale: string): Promise<SummaryView[]> {
  const { languages } = openDataConfig(strapi);
  const totals = new Map<string, number>();
  const views: SummaryView[] = [];
  for (const table of summaryTables(strapi)) {
    const { contentType, by } = table;
    const total = totals.get(contentType) ?? (await countAll(strapi, languages, contentType));
    totals.set(contentType, total);
    const counts = by.length === 0 ? [] : await countDocuments(strapi, languages, table);
    const meanings = [];
    for (const dimension of by) {
      meanings.push(await labelsOf(strapi, languages, contentType, dimension, locale));
    }
    views.push(summarise(table, total, counts, meanings, locale));
  }
  return views;
}
