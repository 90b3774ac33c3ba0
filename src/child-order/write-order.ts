import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ChildRelation } from '../parent-links/child-relations';
import type { Half } from '../locale-sync/align';
import { linkTable } from '../parent-links/link-tables';
import { readChildren, type ChildList } from './read-children';
import { renumbered } from './sequence';

/** Sorts the links of a parent's rows, in every locale, by the sequence. */
export async function writeSequence(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  relation: ChildRelation,
  { rows }: ChildList,
  sequence: readonly string[],
): Promise<void> {
  const { name, parent, child, order } = linkTable(strapi, relation);
  const rank = new Map(sequence.map((documentId, index) => [documentId, index]));
  for (const parentId of new Set(rows.map((row) => row.parentId))) {
    const wanted = rows
      .filter((row) => row.parentId === parentId)
      .sort(
        (one, other) =>
          (rank.get(one.documentId) ?? Infinity) - (rank.get(other.documentId) ?? Infinity) || 0,
      );
    for (const [index, { childId, place }] of wanted.entries()) {
      if (place === index + 1) continue;
      await trx(name)
        .where({ [parent]: parentId, [child]: childId })
        .update({ [order!]: index + 1 });
    }
  }
}

/**
 * Updates the numbers of a parent's children to the order of its links, in every locale. Public changes are logged
 * in the change log.
 * @param written the child whose write this is part of, which is logged anyway
 */
export async function writeNumbers(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  relation: ChildRelation,
  parentDocumentId: string,
  half: Half,
  written?: string,
): Promise<void> {
  const { children, rows } = await readChildren(strapi, trx, relation, parentDocumentId, half);
  const numbers = renumbered(children);
  if (numbers.size === 0) return;
  const { tableName } = strapi.db.metadata.get(relation.child);
  const at = new Date();
  for (const [documentId, order] of numbers) {
    const ids = rows.filter((row) => row.documentId === documentId).map(({ childId }) => childId);
    await trx(tableName)
      .whereIn('id', ids)
      .update({ order, ...(half === 'published' && { updated_at: at }) });
  }
  if (half !== 'published') return;
  await strapi
    .plugin('accountability')
    .service('changeLog')
    .recordUpdated(
      trx,
      relation.child,
      [...numbers.keys()].filter((documentId) => documentId !== written),
      at,
    );
}
