import type { Core } from '@strapi/strapi';
import type { DatasetDeclaration } from './dataset';
import type { Format } from './formats/format';
import type { ExportQuery } from './query';
import { openDataConfig, metadataLookup } from './settings';
import { compileFilters } from './source/filters';
import { databaseSettings, dialectOf, type DatabaseConfig } from './source/open-snapshot';
import { planRead } from './source/plan';
import type { ExportJob } from './worker/export-job';

/** Makes of a checked request the job a thread can do without the application. */
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
    const dialect = dialectOf(database.client);
    return {
      database,
      plan: planRead(contentType, columns, { languages, lookup, dialect }),
      filter: compileFilters(query.filters, { contentType, languages, lookup, dialect }),
      format: format.extension,
      today: new Date().toISOString().slice(0, 10),
      context: { dataset, columns, locale, languages, base, licence: openData.licence, parameters },
    };
  };
};
