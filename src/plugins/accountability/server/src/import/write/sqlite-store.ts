import { setImmediate } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../../database/exclusive-lock';
import { inTransaction } from '../../database/transaction';
import type { ImportStore } from './batch';
import { removeHiddenRows, showHiddenRows } from './hidden-rows';
import { sqliteBatch } from './sqlite-batch';

/**
 * SQLite has one writer and the site one connection, so each step is a short transaction of its own, and its rows are
 * hidden until the commit.
 */
export async function openSqliteStore(strapi: Core.Strapi): Promise<ImportStore> {
  let hides = false;
  const restore = await setPragmas(strapi);
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
    async commit(work, end) {
      await inTransaction(strapi, async (trx) => {
        await takeLock(strapi, trx, CONTENT_LOCK);
        if (hides) await showHiddenRows(strapi, trx);
        await work(await sqliteBatch(trx));
        await end(trx);
      });
      await restore();
    },
    async abandon() {
      await removeHiddenRows(strapi);
      await restore();
    },
  };
}

/** What the connection is set to while an import writes. */
const PRAGMAS = {
  /** In KiB, as negative: documents of an import come to stand at many places of the indexes. */
  cache_size: -32_768,
  /** In pages of 4 KiB: each copying of the log into the database waits for the disk. */
  wal_autocheckpoint: 16_384,
};

/** @returns what sets them back */
async function setPragmas(strapi: Core.Strapi): Promise<() => Promise<void>> {
  const before: [string, number][] = [];
  for (const [name, value] of Object.entries(PRAGMAS)) {
    const [row] = (await strapi.db.connection.raw(`PRAGMA ${name}`)) as Record<string, number>[];
    before.push([name, Object.values(row ?? {})[0] as number]);
    await strapi.db.connection.raw(`PRAGMA ${name} = ${value}`);
  }
  return async () => {
    for (const [name, value] of before) await strapi.db.connection.raw(`PRAGMA ${name} = ${value}`);
  };
}
