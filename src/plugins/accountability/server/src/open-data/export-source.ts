import type { Core } from '@strapi/strapi';
import type { DatasetDeclaration } from './dataset';
import type { ExportQuery } from './query';
import { openDataConfig, metadataLookup } from './settings';
import { compileFilters } from './source/filters';
import { openSnapshot, type DatabaseConfig } from './source/open-snapshot';
import { planRead } from './source/plan';
import { countDocuments } from './source/keys';
import { readRows, type Row } from './source/rows';

/** A dataset's rows in one snapshot of the database. */
export interface ExportSource {
  /** Rows there are, counted in the same snapshot. */
  readonly total: number;
  readonly batches: AsyncIterable<readonly Row[]>;
  /** Ends the snapshot and its connection. */
  close(): Promise<void>;
}

/** Opens what a request asks for. The caller closes it, whatever happens. */
export const exportSources = (strapi: Core.Strapi) => {
  const lookup = metadataLookup(strapi);
  const { languages } = openDataConfig(strapi);

  return async (dataset: DatasetDeclaration, query: ExportQuery): Promise<ExportSource> => {
    const { contentType } = dataset;
    const plan = planRead(contentType, query.columns, languages, lookup);
    const snapshot = await openSnapshot(strapi.config.get<DatabaseConfig>('database.connection'));
    try {
      const filter = compileFilters(query.filters, {
        contentType,
        languages,
        lookup,
        dialect: snapshot.dialect,
      });
      return {
        total: await countDocuments(snapshot, plan.entry, filter),
        batches: readRows(snapshot, plan, filter),
        close: () => snapshot.close(),
      };
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  };
};
