import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { uidOf } from '../workflow/registry';
import { NO_DOCUMENT } from './kind-of-change';
import { takeSnapshot, loggedWrite, recordDifference, type PublicSnapshot } from './public-snapshot';
import { publicTypes } from './public-types';

interface RowEvent {
  readonly model: { readonly uid: string };
  readonly params: { where?: Record<string, unknown> };
  readonly result?: { id?: number; ids?: readonly number[] } | null;
  /** State kept from before a write until after it. */
  readonly state: { before?: PublicSnapshot; written?: ReadonlySet<string> };
}

const NOTHING: PublicSnapshot = { documents: new Map(), linked: new Map() };

/**
 * Covers code that writes rows below the document service, as deleting a language or scripts do. The log is
 * appended to after the write, in its transaction if there is one, else in one of its own.
 */
export function watchRows(strapi: Core.Strapi): void {
  const locked = <T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T> =>
    inTransaction(strapi, async (trx) => {
      await takeLock(strapi, trx, CONTENT_LOCK);
      return work(trx);
    });

  const documentsOf = async (uid: string, where: Record<string, unknown>) => {
    const rows: { id: number; documentId: string | null; publishedAt: unknown }[] = await strapi.db
      .query(uidOf(uid))
      .findMany({ select: ['id', 'documentId', 'publishedAt'], where });
    return new Set(rows.flatMap(({ documentId }) => documentId ?? []));
  };

  const before = async ({ model: { uid }, params: { where = {} }, state }: RowEvent) => {
    if (loggedWrite.getStore()) return;
    state.written = await documentsOf(uid, where);
    const ids = [...state.written];
    state.before = await locked((trx) => takeSnapshot(strapi, trx, uid, ids));
  };
  const record = (uid: string, known: PublicSnapshot, ids: readonly string[], isUpdate: boolean) =>
    locked(async (trx) => {
      const after = await takeSnapshot(strapi, trx, uid, ids);
      await recordDifference(strapi, trx, uid, known, after, (documentId) => {
        const { rowIds } = known.documents.get(documentId) ?? NO_DOCUMENT;
        return isUpdate && rowIds.length > 0;
      });
    });
  const after =
    (isUpdate: boolean) =>
    async ({ model, state }: RowEvent) => {
      if (!state.before || !state.written || state.written.size === 0) return;
      await record(model.uid, state.before, [...state.written], isUpdate);
    };
  const created = async ({ model: { uid }, result }: RowEvent) => {
    if (loggedWrite.getStore()) return;
    const rowIds = result?.ids ?? (result?.id === undefined ? [] : [result.id]);
    if (rowIds.length === 0) return;
    const ids = [...(await documentsOf(uid, { id: { $in: rowIds } }))];
    // A row added to a public document is logged as an update.
    const known = new Set(rowIds);
    await locked(async (trx) => {
      const now = await takeSnapshot(strapi, trx, uid, ids);
      const documents = new Map(
        [...now.documents].map(([id, { exists, rowIds: all }]) => [
          id,
          { exists, rowIds: all.filter((rowId) => !known.has(rowId)) },
        ]),
      );
      await recordDifference(strapi, trx, uid, { ...NOTHING, documents }, now, () => false);
    });
  };

  // Strapi's own event type is narrower than what it passes as `params` and `state`.
  const hook = (work: (event: RowEvent) => Promise<void>) => (event: unknown) => work(event as RowEvent);
  strapi.db.lifecycles.subscribe({
    models: [...publicTypes(strapi)],
    beforeUpdate: hook(before),
    beforeUpdateMany: hook(before),
    beforeDelete: hook(before),
    beforeDeleteMany: hook(before),
    afterUpdate: hook(after(true)),
    afterUpdateMany: hook(after(true)),
    afterDelete: hook(after(false)),
    afterDeleteMany: hook(after(false)),
    afterCreate: hook(created),
    afterCreateMany: hook(created),
  });
}
