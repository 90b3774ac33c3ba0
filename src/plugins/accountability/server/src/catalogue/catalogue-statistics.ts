import type { Core } from '@strapi/strapi';
import { CHANGE } from '../change-log/content-types';
import type { DatasetDeclaration } from '../datasets/declaration';
import { findReleases, releaseView } from '../releases/store';
import { metadataLookup, openDataConfig } from '../datasets/settings';
import { countQuery } from '../export/source/count';
import type { ModelMetadata } from '../export/source/metadata';
import { dialectOf, type DatabaseConfig } from '../export/source/open-connection';
import { rowConditions } from '../export/source/row-conditions';
import { isoSeconds } from '../export/source/values';
import { parseSourcePath } from '../datasets/source-path';
import type { CatalogueStatistics, DatasetStatistics } from './catalogue';

type Where = Record<string, unknown>;
type Entry = Record<string, unknown>;

/** The published rows of a dataset, in the site's languages. */
const publishedRows = (model: ModelMetadata, languages: readonly string[]): Where => ({
  ...(model.draftAndPublish && { publishedAt: { $notNull: true } }),
  ...(model.localized && { locale: { $in: languages } }),
});

const later = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && other > one) ? other : one;

const moment = (value: unknown): string | null =>
  value ? isoSeconds(new Date(value as string | number | Date).getTime()) : null;

/** Database statistics of the datasets. Reads a few single rows per dataset. */
export function catalogueStatistics(strapi: Core.Strapi) {
  const lookup = metadataLookup(strapi);
  const { datasets, languages } = openDataConfig(strapi);

  async function countRows(dataset: DatasetDeclaration): Promise<number> {
    const dialect = dialectOf(strapi.config.get<DatabaseConfig>('database.connection').client);
    const context = { languages, lookup, dialect };
    const { text, values } = countQuery(dataset, rowConditions(dataset, context), context);
    const answer: unknown = await strapi.db.connection.raw(text, [...values] as string[]);
    const rows = (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as object[];
    return Number(Object.values(rows[0] ?? {})[0] ?? 0);
  }

  /** First non-null value of an attribute in sort order. */
  async function first(contentType: string, path: readonly string[], order: 'asc' | 'desc', where: Where) {
    const nested = (value: unknown): Entry =>
      path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Entry;
    const [row] = (await strapi.db.query(contentType).findMany({
      where: { $and: [where, nested({ $notNull: true })] },
      orderBy: nested(order),
      limit: 1,
      ...(path.length > 1 && { populate: [path[0] as string] }),
    })) as Entry[];
    return path.reduce<unknown>((value, name) => (value as Entry | undefined)?.[name], row);
  }

  /** When the dataset last changed: its latest `updatedAt`, or the change log's latest entry about deleted rows. */
  async function lastChange(contentType: string, where: Where): Promise<string | null> {
    const updated = await first(contentType, ['updatedAt'], 'desc', where);
    const logged = await first(CHANGE, ['at'], 'desc', { subjectType: contentType });
    return later(moment(updated), moment(logged));
  }

  async function temporalOf({ contentType, columns, temporal }: DatasetDeclaration, where: Where) {
    if (!temporal) return null;
    const day = async (name: string, order: 'asc' | 'desc'): Promise<string | null> => {
      const path = parseSourcePath(columns.find((column) => column.name === name)?.source ?? '');
      const value = path && (await first(contentType, [path.attribute, ...path.parts], order, where));
      return value ? String(value).slice(0, 10) : null;
    };
    return { start: await day(temporal.start, 'asc'), end: await day(temporal.end, 'desc') };
  }

  async function datasetFacts(dataset: DatasetDeclaration): Promise<DatasetStatistics> {
    const model = lookup(dataset.contentType);
    const where = publishedRows(model, languages);
    return {
      rows: await countRows(dataset),
      modified: await lastChange(dataset.contentType, where),
      temporal: await temporalOf(dataset, where),
    };
  }

  /** @param base absolute address of open data */
  return async (base: string): Promise<CatalogueStatistics> => {
    const facts: Record<string, DatasetStatistics> = {};
    for (const dataset of datasets) facts[dataset.name] = await datasetFacts(dataset);
    const releases = (await findReleases(strapi)).map((release) => releaseView(base, release));
    const modified = Object.values(facts).reduce<string | null>(
      (latest, one) => later(latest, one.modified),
      null,
    );
    return { revision: modified ?? '0', modified, datasets: facts, releases };
  };
}
