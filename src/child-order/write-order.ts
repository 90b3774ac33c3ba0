import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ChildRelation } from '../parent-links/child-relations';
import type { VersionStatus } from '../locale-sync/align';
import { linkTable } from '../parent-links/link-tables';
import { readChildren, type ChildList, type ChildRow } from './read-children';
import { renumbered } from './sequence';

const AT_ONCE = 400;

/** Sorts the links of a parent's rows, in every locale, by the sequence. */
export async function writeSequence(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  relation: ChildRelation,
  { rows }: ChildList,
  sequence: readonly string[],
): Promise<void> {
  const { name, order } = linkTable(strapi, relation);
  const rank = new Map(sequence.map((documentId, index) => [documentId, index]));
  const byParent = new Map<number, ChildRow[]>();
  for (const row of rows) {
    const siblings = byParent.get(row.parentId) ?? [];
    byParent.set(row.parentId, siblings);
    siblings.push(row);
  }
  const places = new Map<number, number>();
  for (const siblings of byParent.values()) {
    siblings.sort(
      (one, other) => (rank.get(one.documentId) ?? Infinity) - (rank.get(other.documentId) ?? Infinity) || 0,
    );
    for (const [index, { linkId, place }] of siblings.entries())
      if (place !== index + 1) places.set(linkId, index + 1);
  }
  await writeNumbersOfRows(trx, name, order as string, places);
}

/** Gives rows a number each, some hundreds of them in one statement. */
async function writeNumbersOfRows(
  trx: Knex.Transaction,
  table: string,
  column: string,
  numbers: ReadonlyMap<number, number>,
  more: Readonly<Record<string, Date>> = {},
): Promise<void> {
  const all = [...numbers];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const some = all.slice(start, start + AT_ONCE);
    // Safe in the statement: they are numbers.
    const cases = some.map(([id, number]) => `WHEN ${Number(id)} THEN ${Number(number)}`).join(' ');
    await trx(table)
      .whereIn(
        'id',
        some.map(([id]) => id),
      )
      .update({ ...more, [column]: trx.raw(`CASE id ${cases} END`) });
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
  version: VersionStatus,
  written?: string,
): Promise<void> {
  const { children, rows } = await readChildren(strapi, trx, relation, parentDocumentId, version);
  const numbers = renumbered(children);
  if (numbers.size === 0) return;
  const { tableName } = strapi.db.metadata.get(relation.child);
  const at = new Date();
  const rowNumbers = new Map<number, number>();
  for (const { documentId, childId } of rows) {
    const number = numbers.get(documentId);
    if (number !== undefined) rowNumbers.set(childId, number);
  }
  await writeNumbersOfRows(
    trx,
    tableName,
    'order',
    rowNumbers,
    version === 'published' ? { updated_at: at } : {},
  );
  if (version !== 'published') return;
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
