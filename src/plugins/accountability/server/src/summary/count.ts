import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { hasDrafts } from '../change-log/public-rows';
import { isLocalizedModel } from '../datasets/content-model';
import { modelOf } from '../datasets/settings';
import type { SummaryTable } from './config';
import { dimensionSql, tableOf } from './dimension-sql';

/** Number of documents with these values, in the order of the dimensions; null for documents without a value. */
export interface Count {
  readonly values: readonly (string | null)[];
  readonly count: number;
}

/**
 * Counts the public documents of a table, each once per combination of its values. A document is counted by its
 * primary row, in the first of the site's languages that it has, as in the exports.
 */
export async function countDocuments(
  strapi: Core.Strapi,
  languages: readonly string[],
  { contentType, by }: SummaryTable,
): Promise<Count[]> {
  const knex = strapi.db.connection;
  const query = rowsInLanguages(strapi, languages, contentType);
  const dimensions = by.map((dimension, index) => dimensionSql(strapi, contentType, dimension, `d${index}`));
  for (const dimension of dimensions) dimension.join(query);
  dimensions.forEach(({ value }, index) => {
    void query.groupBy(value).select(knex.raw('? as ??', [value, `v${index}`]));
  });
  const rows: Record<string, unknown>[] = await query.select(knex.raw('COUNT(DISTINCT e.id) AS documents'));
  return rows.map((row) => ({
    values: by.map((_dimension, index) => textOf(row[`v${index}`])),
    count: Number(row.documents),
  }));
}

/** Total numbers of documents. */
export async function countAll(
  strapi: Core.Strapi,
  languages: readonly string[],
  contentType: string,
): Promise<number> {
  const row: { documents: number | string } | undefined = await rowsInLanguages(
    strapi,
    languages,
    contentType,
  )
    .select(strapi.db.connection.raw('COUNT(*) AS documents'))
    .first();
  return Number(row?.documents ?? 0);
}

/** The primary public rows, alias `e`, of the documents. */
function rowsInLanguages(
  strapi: Core.Strapi,
  languages: readonly string[],
  contentType: string,
): Knex.QueryBuilder {
  const knex = strapi.db.connection;
  const { tableName } = tableOf(strapi, contentType);
  const drafts = hasDrafts(strapi, contentType);
  const query = knex
    .from({ e: tableName })
    .modify((all) => void (drafts && all.whereNotNull('e.published_at')));
  const model = modelOf(strapi, contentType);
  if (!model || !isLocalizedModel(model)) return query;
  const rank = (alias: string): Knex.Raw =>
    knex.raw(`CASE ?? ${languages.map((_language, index) => `WHEN ? THEN ${index}`).join(' ')} END`, [
      `${alias}.locale`,
      ...languages,
    ]);
  return query.whereIn('e.locale', [...languages]).whereNotExists(
    knex
      .from({ p: tableName })
      .whereRaw('p.document_id = e.document_id')
      .modify((other) => void (drafts && other.whereNotNull('p.published_at')))
      .whereRaw('? < ?', [rank('p'), rank('e')])
      .select(knex.raw('1')),
  );
}

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return String(value);
};
