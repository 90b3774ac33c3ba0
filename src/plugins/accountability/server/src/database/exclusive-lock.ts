import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** Locks a transaction already holds: several layers of one write request the same one. */
const held = new WeakMap<Knex.Transaction, Set<string>>();

/**
 * Holds the named lock until the surrounding transaction ends; other instances wait for it.
 *
 * PostgreSQL: a transaction-level advisory lock. SQLite has one writer at a time: taking its write lock before the
 * first read prevents two processes from deciding on the same stale state.
 */
export async function takeLock(strapi: Core.Strapi, trx: Knex.Transaction, name: string): Promise<void> {
  const locks = held.get(trx) ?? new Set();
  if (locks.has(name)) return;
  if (strapi.db.dialect.client === 'postgres') {
    await trx.raw('SELECT pg_advisory_xact_lock(hashtext(?))', [`accountability:${name}`]);
  } else {
    // Updates no row, yet SQLite takes its write lock for any UPDATE.
    await trx.raw('UPDATE strapi_core_store_settings SET id = id WHERE 0');
  }
  held.set(trx, locks.add(name));
}

/**
 * The lock of every write to content, moves included. A single one: two locks taken in different orders would
 * deadlock, and the change log needs one order anyway.
 */
export const CONTENT_LOCK = 'content';
