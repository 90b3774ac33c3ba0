import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

type AfterCommit = (job: () => void) => void;

/**
 * Runs work in one transaction, or in the one that is running. Callbacks passed to `afterCommit` run once the
 * outermost one is committed, and never when it fails.
 *
 * Strapi's own transaction does not notice a failed COMMIT: knex (3.x) resolves `commit()` anyway and rejects only
 * `executionPromise`. Strapi would report success.
 * @throws what the work throws, or the database's error of a failed commit; nothing is stored then
 */
export async function inTransaction<T>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction, afterCommit: AfterCommit) => Promise<T>,
): Promise<T> {
  const isOutermost = !strapi.db.inTransaction();
  let committed: Promise<unknown> = Promise.resolve();
  const result = (await strapi.db.transaction(({ trx, onCommit }) => {
    const transaction = trx as unknown as Knex.Transaction;
    committed = transaction.executionPromise;
    return work(transaction, (job) => onCommit(() => void committed.then(job, () => undefined)));
  })) as T;
  if (isOutermost) {
    try {
      await committed;
    } catch (error) {
      await leaveOpenTransaction(strapi);
      throw error;
    }
  }
  return result;
}

/** SQLite leaves a transaction open when its commit fails, on the only connection there is. */
async function leaveOpenTransaction({ db }: Core.Strapi): Promise<void> {
  if (db.dialect.client === 'postgres') return;
  // SQLite may have rolled back by itself, as with a full disk.
  await db.connection.raw('ROLLBACK').catch(() => undefined);
}
