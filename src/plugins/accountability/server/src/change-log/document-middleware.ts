import type { Core, Modules } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { takeSnapshot, loggedWrite, recordDifference } from './public-snapshot';
import { publicTypes } from './public-types';
import { hasDrafts } from './public-rows';

interface WriteParams {
  documentId?: string;
  status?: string;
}

const WRITES = new Set(['create', 'update', 'publish', 'unpublish', 'discardDraft', 'clone', 'delete']);

/**
 * Whether an action may change public rows. Where there are drafts, a copy and what is written or discarded
 * without publishing are drafts.
 */
function mayBeSeen(draftAndPublish: boolean, action: string, { status }: WriteParams): boolean {
  if (!draftAndPublish) return true;
  if (action === 'create' || action === 'update') return status === 'published';
  return action !== 'discardDraft' && action !== 'clone';
}

/** The last write of a transaction that is running. */
const running = new WeakMap<Knex.Transaction, Promise<unknown>>();

/**
 * Does the writes of one transaction one after the other. The panel's bulk actions start all of them at once, some
 * documents twice, and what one does would else be seen in the other's difference.
 */
function inTurn<T>(trx: Knex.Transaction, work: () => Promise<T>): Promise<T> {
  // A write inside a write waits for nobody: the outer one waits for it.
  if (loggedWrite.getStore()) return work();
  const turn = (running.get(trx) ?? Promise.resolve()).then(work);
  running.set(
    trx,
    turn.catch(() => undefined),
  );
  return turn;
}

/**
 * Stands outside all other document middlewares and appends to the change log what the public sees happen, in the
 * transaction of the write and under the content lock. What never was public leaves no trace.
 */
export function changeLogMiddleware(strapi: Core.Strapi): Modules.Documents.Middleware.Middleware {
  return async (context, next) => {
    const { uid, action } = context;
    if (!WRITES.has(action) || !publicTypes(strapi).has(uid)) return next();
    const draftAndPublish = hasDrafts(strapi, uid);
    const params = context.params as WriteParams;
    if (!mayBeSeen(draftAndPublish, action, params)) return loggedWrite.run(true, next);

    const write = async (transaction: Knex.Transaction) => {
      await takeLock(strapi, transaction, CONTENT_LOCK);
      return inTurn(transaction, async () => {
        const given = action === 'create' || action === 'clone' ? undefined : params.documentId;
        const before = await takeSnapshot(strapi, transaction, uid, given ? [given] : []);
        const result = await loggedWrite.run(true, next);
        const documentId = given ?? (result as { documentId?: string } | null)?.documentId;
        if (!documentId) return result;
        const after = await takeSnapshot(strapi, transaction, uid, [documentId]);
        // A row that is published anew is another row; without drafts the row stays the same.
        const isRewritten = !draftAndPublish && action === 'update' && Boolean(result);
        await recordDifference(strapi, transaction, uid, before, after, () => isRewritten);
        return result;
      });
    };
    return inTransaction(strapi, write) as ReturnType<typeof next>;
  };
}
