import type { Core } from '@strapi/strapi';

import { CONTENT_LOCK, inTransaction, takeLock } from 'strapi-plugin-accountability/server';
import type { ChildRelation } from '../parent-links/child-relations';
import { linkTable } from '../parent-links/link-tables';
import { orderedChildren, readChildren } from './read-children';
import { byNumberThenCode } from './sequence';
import { writeNumbers, writeSequence } from './write-order';

const AT_ONCE = 100;

/**
 * Puts the links of older content into the order its public pages have shown. Once per database; an interrupted run
 * can be repeated.
 */
export async function orderExistingChildren(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'open-commitments', key: 'child-order' });
  if (await store.get({})) return;
  for (const uid of Object.keys(strapi.contentTypes)) {
    for (const relation of orderedChildren(strapi, uid)) await orderRelation(strapi, relation);
  }
  await store.set({ value: true });
}

async function orderRelation(strapi: Core.Strapi, relation: ChildRelation): Promise<void> {
  const { name, parent, parentRows } = linkTable(strapi, relation);
  const parents: string[] = await strapi.db.connection
    .from({ l: name })
    .join({ p: parentRows }, 'p.id', `l.${parent}`)
    .distinct()
    .pluck('p.document_id');
  for (let start = 0; start < parents.length; start += AT_ONCE) {
    await inTransaction(strapi, async (trx) => {
      await takeLock(strapi, trx, CONTENT_LOCK);
      for (const parent of parents.slice(start, start + AT_ONCE)) {
        for (const version of ['draft', 'published'] as const) {
          const list = await readChildren(strapi, trx, relation, parent, version);
          const sequence = [...list.children].sort(byNumberThenCode).map(({ documentId }) => documentId);
          await writeSequence(strapi, trx, relation, list, sequence);
          await writeNumbers(strapi, trx, relation, parent, version);
        }
      }
    });
  }
}
