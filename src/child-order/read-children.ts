import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { VersionStatus } from '../locale-sync/align';
import { childRelations, parentRelations, type ChildRelation } from '../parent-links/child-relations';
import { linkTable } from '../parent-links/link-tables';
import { whereVersion } from './where-version';
import { mergeSequences, type OrderedChild } from './sequence';

/** A row of a child below a row of its parent. */
export interface ChildRow extends OrderedChild {
  readonly linkId: number;
  readonly childId: number;
  readonly parentId: number;
  readonly locale: string | null;
  readonly place: number | null;
}

/** The children of one parent, draft or published, of all locales. */
export interface ChildList {
  readonly rows: readonly ChildRow[];
  /** Each child once, in order. */
  readonly children: readonly OrderedChild[];
}

const isOrdered = (strapi: Core.Strapi, { child }: ChildRelation): boolean => {
  const { order } = strapi.contentType(child as UID.ContentType).attributes;
  return order?.type === 'integer' && 'code' in strapi.contentType(child as UID.ContentType).attributes;
};

/** The relations of a content type to children that have an order. */
export const orderedChildren = (strapi: Core.Strapi, uid: string): ChildRelation[] =>
  childRelations(strapi, uid).filter((relation) => isOrdered(strapi, relation));

/** The relations of a content type to parents that keep its documents in an order. */
export const orderedParents = (strapi: Core.Strapi, uid: string): ChildRelation[] =>
  parentRelations(strapi, uid).filter((relation) => isOrdered(strapi, relation));

/** The children of a parent document as its links have them. */
export async function readChildren(
  strapi: Core.Strapi,
  trx: Knex,
  relation: ChildRelation,
  parentDocumentId: string,
  version: VersionStatus,
): Promise<ChildList> {
  const { name, parent, child, order, parentRows, childRows } = linkTable(strapi, relation);
  const query = trx
    .from({ l: name })
    .join({ p: parentRows }, 'p.id', `l.${parent}`)
    .join({ c: childRows }, 'c.id', `l.${child}`)
    .where('p.document_id', parentDocumentId)
    .orderBy(['p.id', `l.${order}`, 'c.id'])
    .select({
      linkId: 'l.id',
      childId: 'c.id',
      parentId: 'p.id',
      locale: 'p.locale',
      place: `l.${order}`,
      documentId: 'c.document_id',
      order: 'c.order',
      code: 'c.code',
    });
  whereVersion(strapi, relation.parent, query, 'p', version);
  const rows: ChildRow[] = await query;
  return { rows, children: childrenInOrder(rows) };
}

/** Each child once, in the order of its links. */
export function childrenInOrder(rows: readonly ChildRow[]): OrderedChild[] {
  const byParent = new Map<number, string[]>();
  for (const { parentId, documentId } of rows) {
    const sequence = byParent.get(parentId) ?? [];
    byParent.set(parentId, sequence);
    sequence.push(documentId);
  }
  // The longest list is the most complete: missing ones of the others are inserted.
  const sequences = [...byParent.values()].sort((one, other) => other.length - one.length);
  const known = new Map(rows.map((row) => [row.documentId, row]));
  return mergeSequences(sequences).map((id) => {
    const { documentId, order, code } = known.get(id)!;
    return { documentId, order, code };
  });
}
