import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { takeLock } from '../database/exclusive-lock';

const storeOf = (strapi: Core.Strapi) =>
  strapi.store({ type: 'plugin', name: 'accountability', key: 'site-identity' });

/** Gives the database a UUID of its own, once: ids in feeds must not change with the site's address. */
export async function ensureSiteIdentity(strapi: Core.Strapi): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await takeLock(strapi, trx as unknown as Knex.Transaction, 'site-identity');
    const store = storeOf(strapi);
    if (!(await store.get({}))) await store.set({ value: randomUUID() });
  });
}

/** The UUID of the site: the namespace of its public ids. */
export const siteIdentity = async (strapi: Core.Strapi): Promise<string> =>
  String(await storeOf(strapi).get({}));
