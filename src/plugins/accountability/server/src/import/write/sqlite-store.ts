import { setImmediate } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../../database/exclusive-lock';
import { inTransaction } from '../../database/transaction';
import type { ImportStore } from './batch';
import { removeHiddenRows, showHiddenRows } from './hidden-rows';
import { hideNothing } from './hide-in-queries';
import { sqliteBatch } from './sqlite-batch';

/**
 * SQLite has one writer and the site one connection, so each step is a short transaction of its own, and its rows are
 * hidden until the commit.
 */
export function openSqliteStore(strapi: Core.Strapi): ImportStore {
  let hides = false;
  return {
    isSeenBeforeCommit: true,
    async write(work, isHiding) {
      // Whoever waits for the connection has it before the next step.
      await setImmediate();
      const result = await strapi.db.connection.transaction(async (trx) => {
        await takeLock(strapi, trx as unknown as Knex.Transaction, CONTENT_LOCK);
        return work(await sqliteBatch(trx as unknown as Knex.Transaction));
      });
      hides ||= isHiding;
      return result;
    },
    async commit(work) {
      const result = await inTransaction(strapi, async (trx) => {
        await takeLock(strapi, trx, CONTENT_LOCK);
        if (hides) await showHiddenRows(strapi, trx);
        return work(await sqliteBatch(trx));
      });
      hideNothing(strapi);
      return result;
    },
    async abandon() {
      await removeHiddenRows(strapi);
      hideNothing(strapi);
    },
  };
}
