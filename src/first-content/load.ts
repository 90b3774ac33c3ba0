import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { takeLock } from 'strapi-plugin-accountability/server';
import { ensureKutaisi } from './kutaisi';
import { ensureThemes } from './themes';

interface Loaded {
  themes?: boolean;
  kutaisi?: boolean;
}

/**
 * Loads the lists of themes into a new database, and the demonstration content where it is asked for.
 *
 * One transaction: a process that dies on the way leaves nothing, and the next start begins again. What has
 * been loaded once is never loaded again, so that what editors change or delete stays so. Two instances
 * that start together load it once.
 */
export async function loadFirstContent(strapi: Core.Strapi, wanted: { demo: boolean }): Promise<void> {
  await strapi.db.transaction(async ({ trx }) => {
    await takeLock(strapi, trx as Knex.Transaction, 'content');
    const store = strapi.store({ type: 'core', name: 'open-commitments', key: 'first-content' });
    const loaded = ((await store.get({})) ?? {}) as Loaded;
    if (loaded.themes && (loaded.kutaisi || !wanted.demo)) return;

    strapi.log.info(
      `Loading the first content: themes${wanted.demo ? ' and the commitment of Kutaisi' : ''}`,
    );
    const themes = await ensureThemes(strapi);
    if (wanted.demo) await ensureKutaisi(strapi, themes);
    await store.set({ value: { themes: true, kutaisi: loaded.kutaisi || wanted.demo } satisfies Loaded });
  });
}
