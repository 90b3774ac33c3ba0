import { setImmediate } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { recordDifference, takeSnapshot } from '../../change-log/public-snapshot';
import { publicTypes } from '../../change-log/public-types';
import { modelOf, metadataLookup } from '../../datasets/settings';
import { STATE, STATUS_CHANGE } from '../../workflow/uids';
import type { Batch } from '../write/batch';

const AT_ONCE = 500;

/**
 * Removes documents with their components, states and histories, and appends to the change log what the public has
 * lost. Links go with the rows. Inside the caller's transaction, with their rows locked.
 */
export async function removeDocuments(
  strapi: Core.Strapi,
  batch: Batch,
  contentType: string,
  documentIds: readonly string[],
): Promise<void> {
  const { trx } = batch;
  for (let start = 0; start < documentIds.length; start += AT_ONCE) {
    // Requests that need no database are answered in between: SQLite's statements give them no turn.
    await setImmediate();
    await batch.giveWay();
    const ids = documentIds.slice(start, start + AT_ONCE);
    const isLogged = publicTypes(strapi).has(contentType);
    const before = isLogged ? await takeSnapshot(strapi, trx, contentType, ids) : null;
    await removeRows(strapi, trx, contentType, ids);
    if (!before) continue;
    const after = await takeSnapshot(strapi, trx, contentType, ids);
    await recordDifference(strapi, trx, contentType, before, after, () => false);
  }
}

async function removeRows(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentType: string,
  documentIds: readonly string[],
): Promise<void> {
  const lookup = metadataLookup(strapi);
  const { tableName, attributes } = lookup(contentType);
  const rowIds: number[] = await trx(tableName)
    .whereIn('document_id', [...documentIds])
    .pluck('id');
  for (const [name, schema] of Object.entries(modelOf(strapi, contentType)?.attributes ?? {})) {
    const { joinTable } = attributes[name] ?? {};
    if (schema.type !== 'component' || !joinTable) continue;
    for (let start = 0; start < rowIds.length; start += AT_ONCE) {
      const owners = rowIds.slice(start, start + AT_ONCE);
      const items: number[] = await trx(joinTable.name)
        .whereIn(joinTable.joinColumn.name, owners)
        .where({ field: name })
        .pluck(joinTable.inverseJoinColumn.name);
      for (let first = 0; first < items.length; first += AT_ONCE) {
        await trx(lookup(schema.component ?? '').tableName)
          .whereIn('id', items.slice(first, first + AT_ONCE))
          .delete();
      }
    }
  }
  await trx(tableName)
    .whereIn('document_id', [...documentIds])
    .delete();
  for (const uid of [STATE, STATUS_CHANGE]) {
    await trx(strapi.db.metadata.get(uid).tableName)
      .where({ subject_type: contentType })
      .whereIn('subject_id', [...documentIds])
      .delete();
  }
}
