import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { takeLock } from 'strapi-plugin-accountability/server';
import { DEMO_LANGUAGES, ensureKutaisi } from './kutaisi';
import { settleDocumentEvents } from './settle-events';
import { ensureThemes } from './themes';

interface Loaded {
  themes?: boolean;
  kutaisi?: boolean;
}

/**
 * Loads the lists of themes into a new database, in each language of the site, and the demonstration content where
 * requested, in its languages.
 *
 * One transaction: an interrupted start leaves nothing, and the next one begins again. Content is loaded only once,
 * so that changes and deletions by editors are kept. Two instances that start together load it once.
 */
export async function loadFirstContent(strapi: Core.Strapi, wanted: { demo: boolean }): Promise<void> {
  const isLoaded = await strapi.db.transaction(async ({ trx }) => {
    await takeLock(strapi, trx as Knex.Transaction, 'content');
    const store = strapi.store({ type: 'core', name: 'open-commitments', key: 'first-content' });
    const loaded = ((await store.get({})) ?? {}) as Loaded;
    const isDemoWanted = wanted.demo && !loaded.kutaisi;
    const isDemo = isDemoWanted && DEMO_LANGUAGES.length > 0;
    if (isDemoWanted && !isDemo)
      strapi.log.warn(
        'SEED_DEMO: the demonstration content exists in no language of LOCALES; none is loaded.',
      );
    if (loaded.themes && !isDemo) return false;

    strapi.log.info(`Loading the first content: themes${isDemo ? ' and the commitment of Kutaisi' : ''}`);
    const themes = await ensureThemes(strapi);
    if (isDemo) await ensureKutaisi(strapi, themes);
    await store.set({ value: { themes: true, kutaisi: loaded.kutaisi || isDemo } satisfies Loaded });
    return true;
  });
  if (isLoaded) await settleDocumentEvents(strapi);
}
