import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { takeLock } from 'strapi-plugin-accountability/server';
import { SettingError } from '../settings/setting-error';
import { appWords } from '../words/app-words';
import { DEFAULT_LANGUAGE_CODE, LANGUAGE_CODES } from './site-languages';

interface Locale {
  readonly id: number;
  readonly code: string;
}

/** The part of Strapi's i18n that is used; its own types lack it. */
interface Locales {
  find(): Promise<Locale[]>;
  create(locale: { code: string; name: string }): Promise<Locale>;
  delete(locale: { id: number }): Promise<unknown>;
  setDefaultLocale(locale: { code: string }): Promise<unknown>;
  getDefaultLocale(): Promise<string | null>;
}

/** Names of the languages Strapi knows, by code; its panel accepts no others. */
function knownNames(strapi: Core.Strapi): Map<string, string> {
  const known: { code: string; name: string }[] = strapi
    .plugin('i18n')
    .service('iso-locales')
    .getIsoLocales();
  return new Map(known.map(({ code, name }) => [code, name]));
}

/**
 * Rejects languages of `LOCALES` unknown to Strapi.
 * @throws SettingError
 */
export function assertLocalesKnown(strapi: Core.Strapi): void {
  const names = knownNames(strapi);
  const unknown = LANGUAGE_CODES.filter((code) => !names.has(code));
  if (unknown.length === 0) return;
  throw new SettingError(
    ['LOCALES'],
    `Strapi knows no language "${unknown.join('", "')}"; its list has codes such as es and pt-BR`,
  );
}

/** Logs the languages of the site that have no messages. */
function warnOfMissingWords(strapi: Core.Strapi): void {
  const withoutWords = LANGUAGE_CODES.filter((code) => !appWords.hasLanguage(code));
  if (withoutWords.length === 0) return;
  strapi.log.warn(
    `LOCALES names "${withoutWords.join('", "')}", for which there are no words: pages, mails and messages say in English ` +
      'what is not content. Words of a language are a file of its own in src/words and in the words of the plugin.',
  );
}

/**
 * Adds missing languages to the database. In a database without content, also makes the first one of `LOCALES` the
 * default, and removes Strapi's initial locale if it is not one of the site's. Idempotent, also on two instances at
 * once.
 */
export async function ensureLocales(strapi: Core.Strapi): Promise<void> {
  const locales = strapi.plugin('i18n').service('locales') as unknown as Locales;
  const names = knownNames(strapi);
  await strapi.db.transaction(async ({ trx }) => {
    await takeLock(strapi, trx as Knex.Transaction, 'locales');
    const present = await locales.find();
    for (const code of LANGUAGE_CODES) {
      if (!present.some((locale) => locale.code === code))
        await locales.create({ code, name: names.get(code)! });
    }
    const store = strapi.store({ type: 'core', name: 'open-commitments', key: 'default-locale-set' });
    if (await store.get({})) return;
    await locales.setDefaultLocale({ code: DEFAULT_LANGUAGE_CODE });
    for (const locale of present.filter(({ code }) => !LANGUAGE_CODES.includes(code)))
      await locales.delete(locale);
    await store.set({ value: DEFAULT_LANGUAGE_CODE });
  });
  warnOfMissingWords(strapi);
  const stored = await locales.getDefaultLocale();
  if (stored !== DEFAULT_LANGUAGE_CODE) {
    strapi.log.warn(
      `LOCALES begins with "${DEFAULT_LANGUAGE_CODE}", and the database's default language is "${stored ?? ''}": pages ` +
        'begin with the first, new entries of the panel with the second. Make them the same, here or under Settings, ' +
        'Internationalization.',
    );
  }
}
