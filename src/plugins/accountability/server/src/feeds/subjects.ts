import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { hasDrafts } from '../change-log/public-rows';
import type { FeedDocument } from './config';
import type { Columns } from './related-columns';

/** Ids of the documents whose published row leads to a subject through relations. */
function leadingTo(
  strapi: Core.Strapi,
  { contentType }: FeedDocument,
  relations: readonly string[],
  subject: string,
): Knex.QueryBuilder {
  const columnsOf = (uid: string) => strapi.db.metadata.get(uid) as unknown as Columns;
  let columns = columnsOf(contentType);
  const query = strapi.db.connection.from({ s0: columns.tableName }).select('s0.document_id');
  if (hasDrafts(strapi, contentType)) void query.whereNotNull('s0.published_at');
  relations.forEach((relation, index) => {
    const { joinTable, target = '' } = columns.attributes[relation] ?? {};
    if (!joinTable) throw new Error(`Relation "${relation}" of "${contentType}" has no join table`);
    const [from, link, to] = [`s${index}`, `l${index}`, `s${index + 1}`];
    columns = columnsOf(target);
    void query
      .join({ [link]: joinTable.name }, `${link}.${joinTable.joinColumn.name}`, `${from}.id`)
      .join({ [to]: columns.tableName }, `${to}.id`, `${link}.${joinTable.inverseJoinColumn.name}`);
    if (hasDrafts(strapi, target)) void query.whereNotNull(`${to}.published_at`);
  });
  return query.where(`s${relations.length}.document_id`, subject);
}

/**
 * Limits a statement to documents that concern a subject: the subject itself, and what leads to it through the declared
 * relations.
 * @param column of the documents' ids in the statement
 * @param subject id of a document; null for no limit
 */
export function whereConcerns(
  strapi: Core.Strapi,
  query: Knex.QueryBuilder,
  document: FeedDocument,
  { column, subject }: { readonly column: string; readonly subject: string | null },
): void {
  if (subject === null) return;
  void query.where((where) => {
    void where.where(column, subject);
    for (const path of document.subjects ?? []) {
      void where.orWhereIn(column, leadingTo(strapi, document, path.split('.'), subject));
    }
  });
}
