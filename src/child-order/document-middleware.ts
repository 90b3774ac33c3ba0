import type { Core, Modules } from '@strapi/strapi';
import type { Knex } from 'knex';

import { CONTENT_LOCK, inTransaction, takeLock } from 'strapi-plugin-accountability/server';
import { changedHalves } from '../content-rules/changed-halves';
import type { Half } from '../locale-sync/align';

import type { ChildRelation } from '../parent-links/child-relations';
import { orderedChildren, orderedParents, parentsOf, readChildren, type ChildList } from './read-children';
import { placeOf } from './sequence';
import { writeNumbers, writeSequence } from './write-order';

interface WriteParams {
  documentId?: string;
  status?: Half;
}

/** The siblings of a child before a write: relation, draft or published, parent, and the list. */
interface Before {
  readonly relation: ChildRelation;
  readonly half: Half;
  readonly parent: string;
  readonly list: ChildList;
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
    const halves = changedHalves(context.action, params);

    return inTransaction(strapi, async (trx) => {
      await takeLock(strapi, trx, CONTENT_LOCK);
      const isCopy = context.action === 'clone';
      const before =
        params.documentId && !isCopy
          ? await readSiblings(strapi, trx, parents, params.documentId, halves)
          : [];
      const result = await next();
      const documentId = isCopy
        ? (result as { documentId?: string }).documentId
        : (params.documentId ?? (result as { documentId?: string } | null)?.documentId);
      if (!documentId) return result;
      for (const half of halves) {
        for (const relation of children) await writeNumbers(strapi, trx, relation, documentId, half);
        for (const relation of parents) {
          const known = before.filter((one) => one.relation === relation && one.half === half);
          await placeChild(strapi, trx, { relation, half, documentId, known, isCopy });
        }
      }
      return result;
    });
  };
}

async function readSiblings(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  parents: readonly ChildRelation[],
  documentId: string,
  halves: readonly Half[],
): Promise<Before[]> {
  const found: Before[] = [];
  for (const relation of parents) {
    for (const half of halves) {
      for (const parent of await parentsOf(strapi, trx, relation, documentId, half)) {
        found.push({ relation, half, parent, list: await readChildren(strapi, trx, relation, parent, half) });
      }
    }
  }
  return found;
}

interface Placing {
  readonly relation: ChildRelation;
  readonly half: Half;
  readonly documentId: string;
  readonly known: readonly Before[];
  /** A clone has the number of the original, which was not set explicitly. */
  readonly isCopy: boolean;
}

/** Moves a written child to its position among its siblings, and updates the numbers. */
async function placeChild(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { relation, half, documentId, known, isCopy }: Placing,
): Promise<void> {
  for (const parent of await parentsOf(strapi, trx, relation, documentId, half)) {
    const list = await readChildren(strapi, trx, relation, parent, half);
    const child = list.children.find((one) => one.documentId === documentId);
    if (!child) continue;
    const was = known.find((one) => one.parent === parent)?.list.children ?? [];
    // Publishing recreates the links, the written one's at the end: the others keep their positions.
    const rank = new Map(was.map((one, index) => [one.documentId, index]));
    const siblings = list.children
      .filter((one) => one.documentId !== documentId)
      .sort(
        (one, other) =>
          (rank.get(one.documentId) ?? Infinity) - (rank.get(other.documentId) ?? Infinity) || 0,
      );
    const index = was.findIndex((one) => one.documentId === documentId);
    const isNumbered = !isCopy && child.order !== null && child.order !== (was[index]?.order ?? null);
    const place = placeOf(child, siblings, index < 0 ? null : index, isNumbered);
    const sequence = siblings.map((one) => one.documentId);
    sequence.splice(place, 0, documentId);
    await writeSequence(strapi, trx, relation, list, sequence);
    await writeNumbers(strapi, trx, relation, parent, half, documentId);
  }
}
