import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** Locks a transaction holds already: several layers of one write ask for the same one. */
const held = new WeakMap<Knex.Transaction, Set<string>>();

/**
 * Holds the named lock until the surrounding transaction ends; another instance that asks for it waits.
 *
 * PostgreSQL: an advisory lock of the transaction. SQLite knows one writer at a time: taking the write lock
 * before the first read is what keeps two processes from deciding on the same stale picture.
 */
export async function takeLock(strapi: Core.Strapi, trx: Knex.Transaction, name: string): Promise<void> {
  const locks = held.get(trx) ?? new Set();
  if (locks.has(name)) return;
  if (strapi.db.dialect.client === 'postgres') {
    await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`accountability:${name}`]);
  } else {
    // Changes nothing, yet SQLite takes its write lock for any UPDATE.
    await trx.raw('UPDATE strapi_core_store_settings SET id = id WHERE 0');
  }
  held.set(trx, locks.add(name));
}

/**
 * The lock of every write to content, moves included. One for all of them: two locks taken in changing order
 * would stop each other, and the change log needs one order anyway.
 */
export const CONTENT_LOCK = 'content';
