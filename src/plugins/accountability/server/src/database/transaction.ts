import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

type AfterCommit = (job: () => void) => void;

/**
 * Runs work in one transaction, or in the one that is under way. What is handed to `afterCommit` runs once the
 * outermost one is committed, and never when that fails.
 *
 * Strapi's own transaction does not notice a COMMIT the database refuses: knex (3.x) resolves `commit()` all the
 * same and tells of it by `executionPromise` only. Strapi would answer as if everything had been stored.
 * @throws what the work throws, or the database's error of a commit that failed; nothing is stored then
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

/** SQLite leaves a transaction open whose commit it has refused, on the only connection there is. */
async function leaveOpenTransaction({ db }: Core.Strapi): Promise<void> {
  if (db.dialect.client === 'postgres') return;
  // Where SQLite has rolled back by itself, as with a full disk, there is none to leave.
  await db.connection.raw('ROLLBACK').catch(() => undefined);
}
