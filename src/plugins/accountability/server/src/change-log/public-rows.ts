import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isLocalizedModel } from '../datasets/content-model';
import { modelOf } from '../datasets/settings';
import { uidOf, workflowConfig } from '../workflow/registry';
import { NO_DOCUMENT, type DocumentSnapshot } from './kind-of-change';
import { publicConditions } from './public-types';

const AT_ONCE = 500;

/** Whether rows of a content type can be drafts. */
export const hasDrafts = (strapi: Core.Strapi, contentType: string): boolean =>
  strapi.contentType(uidOf(contentType)).options?.draftAndPublish === true;

/** The attributes that decide whether a row is public. */
export type PublicityRow = { readonly publishedAt?: unknown } & Readonly<Record<string, unknown>>;

/**
 * The languages of public rows: those the application declares. A locale added only in the panel is not public.
 * Null for a content type without languages.
 */
export function publicLanguages(strapi: Core.Strapi, contentType: string): readonly string[] | null {
  const model = modelOf(strapi, contentType);
  return model && isLocalizedModel(model) ? workflowConfig(strapi).languages : null;
}

/** Condition on rows of a content type, for `strapi.db.query`: published, in a language of the site. */
export function publishedRows(strapi: Core.Strapi, contentType: string): Record<string, unknown> {
  const languages = publicLanguages(strapi, contentType);
  return {
    ...(hasDrafts(strapi, contentType) && { publishedAt: { $notNull: true } }),
    ...(languages && { locale: { $in: [...languages] } }),
  };
}

/** The same as a condition of a query on the table of the content type. @param alias of the table in the query */
export function wherePublished(
  strapi: Core.Strapi,
  contentType: string,
  query: Pick<Knex.QueryBuilder, 'whereNotNull' | 'whereIn'>,
  alias: string,
): void {
  const languages = publicLanguages(strapi, contentType);
  if (hasDrafts(strapi, contentType)) void query.whereNotNull(`${alias}.published_at`);
  if (languages) void query.whereIn(`${alias}.locale`, [...languages]);
}

/** Attributes to read of a row for `isPublicRow`. */
export const publicityAttributes = (strapi: Core.Strapi, contentType: string): string[] => [
  'publishedAt',
  ...(publicLanguages(strapi, contentType) ? ['locale'] : []),
  ...Object.keys(publicConditions(strapi, contentType)),
];

/**
 * Whether a row is public: published, where there are drafts, in a language of the site, and matching its dataset's
 * conditions.
 */
export const isPublicRow = (strapi: Core.Strapi, contentType: string, row: PublicityRow): boolean =>
  (Boolean(row.publishedAt) || !hasDrafts(strapi, contentType)) &&
  (publicLanguages(strapi, contentType)?.includes(String(row.locale)) ?? true) &&
  Object.entries(publicConditions(strapi, contentType)).every(([attribute, values]) =>
    values.includes(String(row[attribute])),
  );

/** The same as a condition of a query on the table of the content type. @param alias of the table in the query */
export function wherePublic(
  strapi: Core.Strapi,
  contentType: string,
  query: Knex.QueryBuilder,
  alias?: string,
): void {
  const { attributes, tableName } = strapi.db.metadata.get(contentType);
  const columnOf = (attribute: string) =>
    `${alias ?? tableName}.${(attributes[attribute] as { columnName?: string }).columnName ?? attribute}`;
  wherePublished(strapi, contentType, query, alias ?? tableName);
  for (const [attribute, values] of Object.entries(publicConditions(strapi, contentType))) {
    void query.whereIn(columnOf(attribute), [...values]);
  }
}

/** The present state of each requested document. Reads inside the running transaction, if there is one. */
export async function documentSnapshots(
  strapi: Core.Strapi,
  contentType: string,
  documentIds: readonly string[],
): Promise<Map<string, DocumentSnapshot>> {
  const standings = new Map<string, DocumentSnapshot>(
    documentIds.map((documentId) => [documentId, NO_DOCUMENT]),
  );
  for (let start = 0; start < documentIds.length; start += AT_ONCE) {
    const rows: ({ id: number; documentId: string } & PublicityRow)[] = await strapi.db
      .query(uidOf(contentType))
      .findMany({
        select: ['id', 'documentId', ...publicityAttributes(strapi, contentType)],
        where: { documentId: { $in: documentIds.slice(start, start + AT_ONCE) } },
      });
    for (const row of rows) {
      const { rowIds } = standings.get(row.documentId) ?? NO_DOCUMENT;
      standings.set(row.documentId, {
        exists: true,
        rowIds: isPublicRow(strapi, contentType, row) ? [...rowIds, row.id] : rowIds,
      });
    }
  }
  return standings;
}
