import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { checkedWrite } from './checked-write';
import { uidOf, workflowConfig } from './registry';
import { STATE } from './uids';

interface DeleteEvent {
  readonly model: { readonly uid: string };
  readonly params: { where?: Record<string, unknown> };
  /** State kept from before the deletion until after it. */
  readonly state: { documentIds?: readonly string[] };
}

const AT_ONCE = 500;

/**
 * Deletes the states of documents without any rows left; otherwise a new document with the same id would inherit
 * them. History is permanent.
 */
export async function deleteStatesOfDeleted(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  uid: string,
  documentIds: readonly string[],
): Promise<void> {
  for (let start = 0; start < documentIds.length; start += AT_ONCE) {
    const ids = documentIds.slice(start, start + AT_ONCE);
    const left: { documentId: string }[] = await strapi.db
      .query(uidOf(uid))
      .findMany({ select: ['documentId'], where: { documentId: { $in: ids } } });
    const remaining = new Set(left.map(({ documentId }) => documentId));
    await trx(strapi.db.metadata.get(STATE).tableName)
      .where({ subject_type: uid })
      .whereIn(
        'subject_id',
        ids.filter((documentId) => !remaining.has(documentId)),
      )
      .delete();
  }
}

/**
 * Deletes the states of documents whose last row is deleted below the document service, as deleting a language
 * does: in the transaction of the deletion where there is one, else in one of its own.
 */
export function watchDeletions(strapi: Core.Strapi): void {
  const models = [...new Set(workflowConfig(strapi).workflows.map(({ contentType }) => contentType))];
  if (models.length === 0) return;
  const before = async ({ model, params, state }: DeleteEvent) => {
    if (checkedWrite.getStore()) return;
    const rows: { documentId: string | null }[] = await strapi.db
      .query(uidOf(model.uid))
      .findMany({ select: ['documentId'], where: params.where ?? {} });
    state.documentIds = [...new Set(rows.flatMap(({ documentId }) => documentId ?? []))];
  };
  const after = async ({ model, state: { documentIds = [] } }: DeleteEvent) => {
    if (documentIds.length === 0) return;
    await inTransaction(strapi, async (trx) => {
      await takeLock(strapi, trx, CONTENT_LOCK);
      await deleteStatesOfDeleted(strapi, trx, model.uid, documentIds);
    });
  };
  // Strapi's own event type is narrower than what it passes as `params` and `state`.
  const hook = (work: (event: DeleteEvent) => Promise<void>) => (event: unknown) =>
    work(event as DeleteEvent);
  strapi.db.lifecycles.subscribe({
    models,
    beforeDelete: hook(before),
    beforeDeleteMany: hook(before),
    afterDelete: hook(after),
    afterDeleteMany: hook(after),
  });
}
