import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ChildRelation } from './child-relations';

/** Where the links of children to their parents are stored. */
export interface LinkTable {
  name: string;
  /** Column with the row id of the child. */
  child: string;
  /** Column with the row id of the parent. */
  parent: string;
  /** Column with the child's position among the children of its parent. */
  order: string | undefined;
  childRows: string;
  parentRows: string;
}

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  inverseOrderColumnName?: string;
}

/** SQLite limits the number of bound values per statement. */
const AT_ONCE = 500;

/** The link table of a relation, from the database layer's metadata. */
export function linkTable(strapi: Core.Strapi, relation: ChildRelation): LinkTable {
  const child = strapi.db.metadata.get(relation.child);
  const { joinTable } = child.attributes[relation.parentAttribute] as unknown as { joinTable: JoinTable };
  return {
    name: joinTable.name,
    child: joinTable.joinColumn.name,
    parent: joinTable.inverseJoinColumn.name,
    order: joinTable.inverseOrderColumnName,
    childRows: child.tableName,
    parentRows: strapi.db.metadata.get(relation.parent).tableName,
  };
}

/** Queries in chunks of the values; returns all rows. */
export async function inPortions<Value, Row>(
  values: readonly Value[],
  read: (portion: Value[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < values.length; start += AT_ONCE) {
    rows.push(...(await read(values.slice(start, start + AT_ONCE))));
  }
  return rows;
}

export interface StoredLink {
  /** documentIds. */
  child: string;
  parent: string;
  isPublished: boolean;
}

/** The links of some children to their parents, once per draft or published version, of any locale. */
export async function linksToParents(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  relation: ChildRelation,
  childIds: readonly string[],
): Promise<StoredLink[]> {
  const table = linkTable(strapi, relation);
  const rows = await inPortions(childIds, (portion) =>
    trx
      .from({ l: table.name })
      .join({ c: table.childRows }, 'c.id', `l.${table.child}`)
      .join({ p: table.parentRows }, 'p.id', `l.${table.parent}`)
      .whereIn('c.document_id', portion)
      .orderBy('l.id')
      .select<{ child: string; parent: string; published: unknown }[]>({
        child: 'c.document_id',
        parent: 'p.document_id',
        published: 'c.published_at',
      }),
  );
  return rows.map(({ child, parent, published }) => ({ child, parent, isPublished: published !== null }));
}

/** documentIds of the children that exist in any version. */
export function childrenOf(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  relation: ChildRelation,
  parentId: string,
): Promise<string[]> {
  const table = linkTable(strapi, relation);
  return trx
    .from({ l: table.name })
    .join({ c: table.childRows }, 'c.id', `l.${table.child}`)
    .join({ p: table.parentRows }, 'p.id', `l.${table.parent}`)
    .where('p.document_id', parentId)
    .distinct()
    .pluck('c.document_id');
}

/**
 * documentIds of a child's parents by a relation: one, or several where its versions differ in content older than
 * the rule against it.
 */
export async function existingParents(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  relation: ChildRelation,
  childId: string,
): Promise<string[]> {
  const links = await linksToParents(strapi, trx, relation, [childId]);
  return [...new Set(links.map(({ parent }) => parent))];
}
