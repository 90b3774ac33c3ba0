import type { Core, Modules } from '@strapi/strapi';
import type { Knex } from 'knex';

import { CONTENT_LOCK, inTransaction, takeLock } from 'strapi-plugin-accountability/server';
import { changedVersions } from '../content-rules/changed-versions';
import type { VersionStatus } from '../locale-sync/align';

import type { ChildRelation } from '../parent-links/child-relations';
import { neighbours, ownLinks, restorePlaces, type OwnLink } from './own-links';
import { childrenInOrder, orderedChildren, orderedParents, readChildren } from './read-children';
import { numberAtEnd, placeOf, isInPlace, type Surroundings } from './sequence';
import { whereVersion } from './where-version';
import { writeNumbers, writeSequence } from './write-order';

interface WriteParams {
  documentId?: string;
  status?: VersionStatus;
}

/** The links of a child before a write, by one relation, draft or published. */
interface Before {
  readonly relation: ChildRelation;
  readonly version: VersionStatus;
  readonly links: readonly OwnLink[];
}

const WRITES = new Set(['create', 'update', 'publish', 'discardDraft', 'clone']);

/**
 * Keeps one order of children everywhere. The order of the parent's links, which the API shows and the panel's form
 * changes, determines `order` of the children, which pages and exports use. A child whose number is set explicitly
 * moves among the links. Outside the content rules, which synchronise the locales' links first.
 */
export function childOrderMiddleware(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    const children = orderedChildren(strapi, context.uid);
    const parents = orderedParents(strapi, context.uid);
    if (!WRITES.has(context.action) || children.length + parents.length === 0) return next();
    const params = context.params as WriteParams;
    const versions = changedVersions(context.action, params);

    return inTransaction(strapi, async (trx) => {
      await takeLock(strapi, trx, CONTENT_LOCK);
      const isCopy = context.action === 'clone';
      const before: Before[] = [];
      for (const relation of params.documentId && !isCopy ? parents : []) {
        for (const version of versions) {
          const links = await ownLinks(strapi, trx, relation, params.documentId as string, version);
          before.push({ relation, version, links });
        }
      }
      const result = await next();
      const documentId = isCopy
        ? (result as { documentId?: string }).documentId
        : (params.documentId ?? (result as { documentId?: string } | null)?.documentId);
      if (!documentId) return result;
      for (const version of versions) {
        for (const relation of children) await writeNumbers(strapi, trx, relation, documentId, version);
        for (const relation of parents) {
          const known =
            before.find((one) => one.relation === relation && one.version === version)?.links ?? [];
          await placeChild(strapi, trx, { relation, version, documentId, known, isCopy });
        }
      }
      return result;
    });
  };
}

interface Placing {
  readonly relation: ChildRelation;
  readonly version: VersionStatus;
  readonly documentId: string;
  /** Its links before the write. */
  readonly known: readonly OwnLink[];
  /** A clone has the number of the original, which was not set explicitly. */
  readonly isCopy: boolean;
}

/** Moves a written child to its position among its siblings, and updates the numbers. */
async function placeChild(strapi: Core.Strapi, trx: Knex.Transaction, placing: Placing): Promise<void> {
  const { relation, version, documentId, known } = placing;
  const written = await ownLinks(strapi, trx, relation, documentId, version);
  const links = await restorePlaces(strapi, trx, relation, written, known);
  if (links.length === 0 || (await isPlaced(strapi, trx, placing, links))) return;
  for (const parent of new Set(links.map((link) => link.parent)))
    await placeAmongSiblings(strapi, trx, placing, parent);
}

/**
 * Whether the child has its place already, by comparison with its neighbours; a new one at the end is numbered. So an ordinary
 * save takes as long in a plan of ten thousand commitments as in one of ten.
 */
async function isPlaced(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { relation, version, documentId, known, isCopy }: Placing,
  links: readonly OwnLink[],
): Promise<boolean> {
  if (isCopy) return false;
  const lists: Surroundings[] = [];
  for (const link of links) {
    if (link.place === null) return false;
    lists.push(await neighbours(strapi, trx, relation, link));
  }
  const [{ order, code } = { order: null, code: null }] = links;
  if (links.some((link) => link.order !== order)) return false;
  if (links.every(({ place }, index) => isInPlace(place, order, lists[index] ?? {}))) return true;
  if (order !== null || known.length > 0) return false;
  const number = numberAtEnd(code, lists);
  if (number === null) return false;
  const { tableName } = strapi.db.metadata.get(relation.child);
  const query = trx(tableName).where(`${tableName}.document_id`, documentId);
  whereVersion(strapi, relation.child, query, tableName, version);
  await query.update({ order: number });
  return true;
}

async function placeAmongSiblings(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { relation, version, documentId, known, isCopy }: Placing,
  parent: string,
): Promise<void> {
  const list = await readChildren(strapi, trx, relation, parent, version);
  const child = list.children.find((one) => one.documentId === documentId);
  if (!child) return;
  const former = known.filter((link) => link.parent === parent);
  const formerRows = new Set(former.map(({ parentId }) => parentId));
  // The other links are as they were: the list before the write lacks what the write has added.
  const was = childrenInOrder(
    list.rows.filter((row) => row.documentId !== documentId || formerRows.has(row.parentId)),
  );
  const siblings = was.filter((one) => one.documentId !== documentId);
  const index = was.findIndex((one) => one.documentId === documentId);
  const isNumbered = !isCopy && child.order !== null && child.order !== (former[0]?.order ?? null);
  const place = placeOf(child, siblings, index < 0 ? null : index, isNumbered);
  const sequence = siblings.map((one) => one.documentId);
  sequence.splice(place, 0, documentId);
  await writeSequence(strapi, trx, relation, list, sequence);
  await writeNumbers(strapi, trx, relation, parent, version, documentId);
}
