import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTransaction } from '../../database/transaction';
import type { Batch, ImportStore } from './batch';
import { postgresBatch } from './postgres-batch';
import { writeThenLock } from './write-then-lock';

/** Ends the transaction of an import that is rolled back. */
class Abandoned extends Error {}

interface OpenTransaction {
  readonly batch: Batch;
  /** Runs work as part of the transaction for Strapi's own queries too. */
  inside<T>(work: () => Promise<T>): Promise<T>;
  end(error?: Error): void;
  /** Settles once the transaction is over. */
  readonly over: Promise<void>;
}

/** One transaction for the whole import, on one connection of the pool: nobody sees any of it before the commit. */
export async function openPostgresStore(strapi: Core.Strapi): Promise<ImportStore> {
  const open = await openTransaction(strapi);
  let isOver = false;
  return {
    isSeenBeforeCommit: false,
    write: (work) => open.inside(() => work(open.batch)),
    async commit(work, end) {
      await open.inside(async () => {
        await writeThenLock(strapi, open.batch, work);
        await end(open.batch.trx);
      });
      isOver = true;
      open.end();
      await open.over;
    },
    async abandon() {
      if (isOver) return;
      isOver = true;
      open.end(new Abandoned());
      await open.over.catch((error: unknown) => {
        if (!(error instanceof Abandoned)) throw error;
      });
    },
  };
}

/**
 * Has PostgreSQL check foreign keys by index. It plans these checks once for a connection, for the tables as they are
 * then: where they are nearly empty it reads them whole, and goes on to do so for each link while they grow.
 */
async function checkLinksByIndex(trx: Knex.Transaction): Promise<void> {
  await trx.raw('SET LOCAL enable_seqscan = off');
  await trx.raw('DISCARD PLANS');
}

/** Begins a transaction that stays open from call to call. */
function openTransaction(strapi: Core.Strapi): Promise<OpenTransaction> {
  return new Promise((resolve, reject) => {
    const over = inTransaction(strapi, async (trx: Knex.Transaction) => {
      await checkLinksByIndex(trx);
      const batch = await postgresBatch(trx);
      // The transaction that Strapi's queries take part in is known by the asynchronous context.
      const inside = AsyncLocalStorage.snapshot();
      await new Promise<void>((finish, fail) => {
        const end = (error?: Error) => (error ? fail(error) : finish());
        resolve({ batch, inside, end, over });
      });
    });
    over.catch(reject);
  });
}
