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

/** What Strapi's i18n offers; its own types name none of it. */
interface Locales {
  find(): Promise<Locale[]>;
  create(locale: { code: string; name: string }): Promise<Locale>;
  delete(locale: { id: number }): Promise<unknown>;
  setDefaultLocale(locale: { code: string }): Promise<unknown>;
  getDefaultLocale(): Promise<string | null>;
}

/** Names of the languages Strapi knows, by code; it takes no others in its panel. */
function knownNames(strapi: Core.Strapi): Map<string, string> {
  const known: { code: string; name: string }[] = strapi
    .plugin('i18n')
    .service('iso-locales')
    .getIsoLocales();
  return new Map(known.map(({ code, name }) => [code, name]));
}

/** Refuses languages of `LOCALES` that Strapi does not know. @throws SettingError */
export function assertLocalesKnown(strapi: Core.Strapi): void {
  const names = knownNames(strapi);
  const unknown = LANGUAGE_CODES.filter((code) => !names.has(code));
  if (unknown.length === 0) return;
  throw new SettingError(
    ['LOCALES'],
    `Strapi knows no language "${unknown.join('", "')}"; its list has codes such as es and pt-BR`,
  );
}

/** Says in the log which languages of the site there are no words in. */
function warnOfMissingWords(strapi: Core.Strapi): void {
  const silent = LANGUAGE_CODES.filter((code) => !appWords.speaks(code));
  if (silent.length === 0) return;
  strapi.log.warn(
    `LOCALES names "${silent.join('", "')}", for which there are no words: pages, mails and messages say in English ` +
      'what is not content. Words of a language are a file of its own in src/words and in the words of the plugin.',
  );
}

/**
 * Adds the languages a database lacks, and makes the first one of `LOCALES` the default of a database that has no
 * content yet, where the language Strapi begins with goes if the site does not speak it. Safe to run at every start, and
 * on two instances at once.
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
  const standing = await locales.getDefaultLocale();
  if (standing !== DEFAULT_LANGUAGE_CODE) {
    strapi.log.warn(
      `LOCALES begins with "${DEFAULT_LANGUAGE_CODE}", and the database's default language is "${standing ?? ''}": pages ` +
        'begin with the first, new entries of the panel with the second. Make them the same, here or under Settings, ' +
        'Internationalization.',
    );
  }
}
