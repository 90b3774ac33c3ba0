import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { publicReadings, relationsOf } from './public-types';
import { wherePublic } from './public-rows';

/** A link table through which documents of `contentType` include others. */
interface LinkTable {
  readonly contentType: string;
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

interface JoinTable {
  readonly name: string;
  readonly joinColumn: { readonly name: string };
  readonly inverseJoinColumn: { readonly name: string };
}

const AT_ONCE = 500;
const known = new WeakMap<Core.Strapi, ReadonlyMap<string, readonly LinkTable[]>>();

/** By content type: the link tables through which rows of other public documents refer to its rows. */
function linkTables(strapi: Core.Strapi): ReadonlyMap<string, readonly LinkTable[]> {
  const made = known.get(strapi);
  if (made) return made;
  const tables = new Map<string, LinkTable[]>();
  for (const relation of publicReadings(strapi).flatMap((reading) => relationsOf(strapi, reading))) {
    const { contentType, attribute, target } = relation;
    const { joinTable } = strapi.db.metadata.get(contentType).attributes[attribute] as {
      joinTable?: JoinTable;
    };
    const list = tables.get(target) ?? [];
    const isListed = list.some((one) => one.contentType === contentType && one.table === joinTable?.name);
    if (!joinTable || isListed) continue;
    const [from, to] = [joinTable.joinColumn.name, joinTable.inverseJoinColumn.name];
    tables.set(target, [...list, { contentType, table: joinTable.name, from, to }]);
  }
  known.set(strapi, tables);
  return tables;
}

/** Whether the exported rows of a content type show documents of another one by the links of this table. */
export const showsLinksOf = (
  strapi: Core.Strapi,
  contentType: string,
  shown: string,
  table: string,
): boolean =>
  (linkTables(strapi).get(shown) ?? []).some((one) => one.contentType === contentType && one.table === table);

/** Identity of a document. */
export interface Subject {
  readonly subjectType: string;
  readonly subjectId: string;
}

/** A key that identifies a document among those of all content types. */
export const subjectKey = ({ subjectType, subjectId }: Subject): string => `${subjectType} ${subjectId}`;

/**
 * Public documents whose exported rows refer to these rows of a content type, by document key.
 * @param tables the only tables of links to look into; all without it
 */
export async function documentsLinkedTo(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentType: string,
  rowIds: readonly number[],
  tables?: ReadonlySet<string>,
): Promise<Map<string, Subject>> {
  const subjects = new Map<string, Subject>();
  for (const link of linkTables(strapi).get(contentType) ?? []) {
    if (tables && !tables.has(link.table)) continue;
    for (let start = 0; start < rowIds.length; start += AT_ONCE) {
      const documentIds: string[] = await trx
        .from({ e: strapi.db.metadata.get(link.contentType).tableName })
        .join({ j: link.table }, `j.${link.from}`, 'e.id')
        .whereIn(`j.${link.to}`, rowIds.slice(start, start + AT_ONCE))
        .modify((query) => wherePublic(strapi, link.contentType, query, 'e'))
        .distinct()
        .pluck('e.document_id');
      for (const subjectId of documentIds) {
        const subject = { subjectType: link.contentType, subjectId };
        subjects.set(subjectKey(subject), subject);
      }
    }
  }
  return subjects;
}
