import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { deferChanges, deferredChanges } from '../../change-log/append';
import { CONTENT_LOCK, takeLock } from '../../database/exclusive-lock';
import { ImportRefusal } from '../refusal';
import { appendInBulk } from './append-in-bulk';
import type { Batch } from './batch';
import { ImportConflict } from './writer';

/** Milliseconds to wait for what others have locked. PostgreSQL looks for deadlocks after a second. */
const PATIENCE = 200;
/** PostgreSQL: a lock could not be had within `lock_timeout`. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Somebody waits for what has been written, and may hold the content lock. */
class HoldsOthersUp extends Error {}

/**
 * Writes what takes long before the content lock is taken, for which all other writes wait; the change log is written
 * under it. An ordinary write takes that lock first and rows after it: as soon as one waits for rows written here, or
 * these for its, all of it is rolled back and done again under the lock.
 * @param work must lock what it decides by (`lockDocuments`), ask for way to be given (`giveWay`) and be able to run twice
 * @throws what the work throws, of the first run conflicts and refusals only
 */
export async function writeThenLock(
  strapi: Core.Strapi,
  batch: Batch,
  work: (batch: Batch) => Promise<void>,
): Promise<void> {
  if (strapi.db.dialect.client !== 'postgres') {
    await takeLock(strapi, batch.trx, CONTENT_LOCK);
    return work(batch);
  }
  const { trx } = batch;
  await trx.raw('SAVEPOINT without_lock');
  if (await writeWithoutLock(strapi, batch, work)) {
    await trx.raw('SET LOCAL lock_timeout TO DEFAULT');
    return appendInBulk(strapi, batch, deferredChanges(trx));
  }
  await trx.raw('ROLLBACK TO SAVEPOINT without_lock');
  deferredChanges(trx);
  await takeLock(strapi, trx, CONTENT_LOCK);
  return work(batch);
}

/** @returns whether it is all written and the lock held */
async function writeWithoutLock(
  strapi: Core.Strapi,
  batch: Batch,
  work: (batch: Batch) => Promise<void>,
): Promise<boolean> {
  const { trx } = batch;
  try {
    // Rolled back with the rest.
    await trx.raw(`SET LOCAL lock_timeout = ${PATIENCE}`);
    deferChanges(trx);
    await work({ ...batch, giveWay: () => giveWay(trx) });
    while (!(await hasLock(strapi, trx)));
    return true;
  } catch (error) {
    if (error instanceof ImportConflict || error instanceof ImportRefusal) throw error;
    // What is no matter of locks happens again under the lock, and is thrown there.
    return false;
  }
}

async function giveWay(trx: Knex.Transaction): Promise<void> {
  const { rows } = (await trx.raw(
    'SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)) LIMIT 1',
  )) as { rows: unknown[] };
  if (rows.length > 0) throw new HoldsOthersUp();
}

/** Queues for the content lock for a moment. */
async function hasLock(strapi: Core.Strapi, trx: Knex.Transaction): Promise<boolean> {
  await giveWay(trx);
  await trx.raw('SAVEPOINT queue');
  try {
    await takeLock(strapi, trx, CONTENT_LOCK);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
    await trx.raw('ROLLBACK TO SAVEPOINT queue');
    await trx.raw('RELEASE SAVEPOINT queue');
    return false;
  }
}
