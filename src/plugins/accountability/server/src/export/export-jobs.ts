import type { Core } from '@strapi/strapi';
import type { DatasetDeclaration } from '../datasets/declaration';
import type { Format } from './formats/format';
import type { ExportQuery } from './query';
import { changeQuery } from '../datasets/revision';
import { rowDifference } from './row-difference';
import { openDataConfig, metadataLookup } from '../datasets/settings';
import { siteToday } from '../dates/day-start';
import { countQuery } from './source/count';
import { compileFilters } from './source/filters';
import { databaseSettings, dialectOf, type DatabaseConfig } from './source/open-connection';
import { planRead } from './source/plan';
import { rowConditions } from './source/row-conditions';
import { join } from './source/sql';
import type { ExportJob } from './worker/export-job';

/** Turns a validated request into a job that a worker thread can run without the application. */
export const exportJobs = (strapi: Core.Strapi) => {
  const lookup = metadataLookup(strapi);
  const { languages, openData } = openDataConfig(strapi);

  /** @param base absolute address of open data */
  return async (
    dataset: DatasetDeclaration,
    query: ExportQuery,
    format: Format,
    base: string,
  ): Promise<ExportJob> => {
    const { contentType } = dataset;
    const { columns, locale, parameters } = query;
    const database = await databaseSettings(strapi.config.get<DatabaseConfig>('database.connection'));
    const plan = { languages, lookup, dialect: dialectOf(database.client) };
    const today = siteToday(strapi).day;
    const filter = join(
      [rowConditions(dataset, plan), compileFilters(query.filters, { contentType, today, ...plan })],
      ' AND ',
    );
    return {
      database,
      plan: planRead(dataset, columns, { ...plan, ownLanguageOnly: format.marksLanguages === true }),
      filter,
      isFiltered: query.filters.length > 0,
      change: changeQuery(strapi, dataset),
      count: countQuery(dataset, filter, plan),
      difference: rowDifference(strapi, dataset, query.filters.length > 0),
      format: format.extension,
      today,
      context: { dataset, columns, locale, languages, base, licence: openData.licence, parameters },
    };
  };
};
