import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Batch } from './batch';
import { postgresBatch } from './postgres-batch';
import { sqliteBatch } from './sqlite-batch';

/** Writes in bulk inside a transaction, which on SQLite holds the write lock. */
export const batchOn = (strapi: Core.Strapi, trx: Knex.Transaction): Promise<Batch> =>
  strapi.db.dialect.client === 'postgres' ? postgresBatch(trx) : sqliteBatch(trx);
