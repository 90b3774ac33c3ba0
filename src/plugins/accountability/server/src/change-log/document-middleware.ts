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

/** Whether an action may change public rows. With drafts, clones and writes that do not publish are drafts. */
function mayBeSeen(draftAndPublish: boolean, action: string, { status }: WriteParams): boolean {
  if (!draftAndPublish) return true;
  if (action === 'create' || action === 'update') return status === 'published';
  return action !== 'discardDraft' && action !== 'clone';
}

/** The last write of a running transaction. */
const running = new WeakMap<Knex.Transaction, Promise<unknown>>();

/**
 * Runs the writes of one transaction one after the other. The panel's bulk actions start all of them at once, some
 * documents twice, and one write would otherwise appear in the difference of another.
 */
function inTurn<T>(trx: Knex.Transaction, work: () => Promise<T>): Promise<T> {
  // A nested write does not queue: the outer one waits for it.
  if (loggedWrite.getStore()) return work();
  const turn = (running.get(trx) ?? Promise.resolve()).then(work);
  running.set(
    trx,
    turn.catch(() => undefined),
  );
  return turn;
}

/**
 * The outermost document middleware: appends the public changes of a write to the change log, in the write's
 * transaction and under the content lock. Documents that were never public are not logged.
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
        // Publishing again creates new rows; without drafts the row stays the same.
        const isRewritten = !draftAndPublish && action === 'update' && Boolean(result);
        await recordDifference(strapi, transaction, uid, before, after, () => isRewritten);
        return result;
      });
    };
    return inTransaction(strapi, write) as ReturnType<typeof next>;
  };
}
