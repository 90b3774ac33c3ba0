import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { takeLock } from 'strapi-plugin-accountability/server';
import { LOCALES } from './site-languages';

/**
 * Adds the languages a database lacks and makes Georgian the default of a database that has no other
 * language yet. Safe to run at every start, and on two instances at once.
 */
export async function ensureLocales(strapi: Core.Strapi): Promise<void> {
  const locales = strapi.plugin('i18n').service('locales');
  await strapi.db.transaction(async ({ trx }) => {
    await takeLock(strapi, trx as Knex.Transaction, 'locales');
    for (const locale of LOCALES) {
      if (!(await locales.findByCode(locale.code))) await locales.create(locale);
    }
    const store = strapi.store({ type: 'core', name: 'open-commitments', key: 'default-locale-set' });
    if (!(await store.get({}))) {
      await locales.setDefaultLocale({ code: LOCALES[0].code });
      await store.set({ value: LOCALES[0].code });
    }
  });
}
