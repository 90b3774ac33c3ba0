import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { hasDrafts } from '../change-log/public-rows';
import type { FeedDocument } from './config';
import { relatedValues } from './documents';

/** Database metadata of a content type or component. */
export interface Columns {
  readonly tableName: string;
  readonly attributes: Readonly<
    Record<
      string,
      {
        readonly columnName?: string;
        readonly target?: string;
        readonly joinTable?: {
          readonly name: string;
          readonly joinColumn: { readonly name: string };
          readonly inverseJoinColumn: { readonly name: string };
          readonly on?: Readonly<Record<string, string>>;
        };
      }
    >
  >;
}

/**
 * Adds to a statement over a document's rows, alias `e`, the values its page needs of related documents, each by
 * its key. A to-one relation adds no row.
 */
export function joinRelated(strapi: Core.Strapi, query: Knex.QueryBuilder, document: FeedDocument): void {
  const { attributes } = strapi.db.metadata.get(document.contentType) as unknown as Columns;
  relatedValues(document).forEach(({ relation, attribute, key }, index) => {
    const { joinTable, target = '' } = attributes[relation] ?? {};
    if (!joinTable) throw new Error(`Relation "${relation}" of "${document.contentType}" has no join table`);
    const related = strapi.db.metadata.get(target) as unknown as Columns;
    const [link, row] = [`link_${index}`, `related_${index}`];
    void query
      .leftJoin({ [link]: joinTable.name }, `${link}.${joinTable.joinColumn.name}`, 'e.id')
      .leftJoin({ [row]: related.tableName }, (on) => {
        on.on(`${row}.id`, `${link}.${joinTable.inverseJoinColumn.name}`);
        if (hasDrafts(strapi, target)) on.andOnNotNull(`${row}.published_at`);
      })
      .select({ [key]: `${row}.${related.attributes[attribute]?.columnName ?? attribute}` });
  });
}
