import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { hasDrafts } from '../change-log/public-rows';
import { isLocalizedModel } from '../datasets/content-model';
import { outputColumns } from '../datasets/output-columns';
import { modelOf, openDataConfig } from '../datasets/settings';
import { engineWords } from './engine-words';
import { languageCodes } from './site-languages';

interface Locale {
  readonly id: number;
  readonly code: string;
}

/** The part of Strapi's i18n that is used; its own types lack it. */
interface Locales {
  find(): Promise<Locale[]>;
  create(locale: { code: string; name: string }): Promise<Locale>;
  delete(locale: { id: number }): Promise<unknown>;
  getDefaultLocale(): Promise<string | null>;
}

/** Documents of a content type that have a text in a language. */
export interface LocalizedDocuments {
  readonly contentType: string;
  readonly documents: number;
  readonly published: number;
  /** Those that exist in this language only. */
  readonly only: number;
}

/** The effect of adding a language to the site, or of removing one. */
export interface LocalePlan {
  readonly code: string;
  /** Strapi's name for it; null for an unknown language. */
  readonly name: string | null;
  /** Whether the database has it as a locale. */
  readonly isInDatabase: boolean;
  /** Whether it is one of the site's languages, by the application's setting. */
  readonly isOfSite: boolean;
  readonly isDefault: boolean;
  readonly hasWords: boolean;
  /** The site's languages before, and after the setting is changed. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly documents: readonly LocalizedDocuments[];
  /** By dataset, added and removed columns; a site of one language has them without suffix. */
  readonly columns: readonly {
    readonly dataset: string;
    readonly appear: readonly string[];
    readonly disappear: readonly string[];
  }[];
}

const localesOf = (strapi: Core.Strapi) => strapi.plugin('i18n').service('locales') as unknown as Locales;

/** Strapi's name for a language; null for one that is not in its list. */
function nameOf(strapi: Core.Strapi, code: string): string | null {
  const known: { code: string; name: string }[] = strapi
    .plugin('i18n')
    .service('iso-locales')
    .getIsoLocales();
  return known.find((one) => one.code === code)?.name ?? null;
}

async function documentsIn(strapi: Core.Strapi, code: string): Promise<LocalizedDocuments[]> {
  const found: LocalizedDocuments[] = [];
  for (const contentType of Object.keys(strapi.contentTypes).sort()) {
    const model = modelOf(strapi, contentType);
    if (!model || !isLocalizedModel(model)) continue;
    const { tableName } = strapi.db.metadata.get(contentType);
    const count = async (narrow: (query: Knex.QueryBuilder) => void): Promise<number> => {
      const row: { documents: number | string } | undefined = await strapi.db.connection
        .from({ e: tableName })
        .where('e.locale', code)
        .modify(narrow)
        .countDistinct('e.document_id as documents')
        .first();
      return Number(row?.documents ?? 0);
    };
    const documents = await count(() => undefined);
    if (documents === 0) continue;
    found.push({
      contentType,
      documents,
      published: await count(
        (query) => void (hasDrafts(strapi, contentType) && query.whereNotNull('e.published_at')),
      ),
      only: await count(
        (query) =>
          void query.whereNotExists(
            strapi.db.connection
              .from({ o: tableName })
              .whereRaw('o.document_id = e.document_id')
              .whereNot('o.locale', code),
          ),
      ),
    });
  }
  return found;
}

/** The effect of adding or removing a language. Read-only. */
export async function localePlan(
  strapi: Core.Strapi,
  code: string,
  change: 'add' | 'remove',
): Promise<LocalePlan> {
  const before = languageCodes(strapi);
  const others = before.filter((language) => language !== code);
  const after = change === 'remove' ? others : before.includes(code) ? before : [...before, code];
  const { datasets } = openDataConfig(strapi);
  const names = (dataset: (typeof datasets)[number], languages: readonly string[]) =>
    languages.length === 0 ? [] : outputColumns(dataset, languages).map((column) => column.name);
  return {
    code,
    name: nameOf(strapi, code),
    isInDatabase: (await localesOf(strapi).find()).some((locale) => locale.code === code),
    isOfSite: before.includes(code),
    isDefault: (await localesOf(strapi).getDefaultLocale()) === code,
    hasWords: engineWords.hasLanguage(code),
    before,
    after,
    documents: await documentsIn(strapi, code),
    columns: datasets.flatMap((dataset) => {
      const [was, is] = [names(dataset, before), names(dataset, after)];
      const appear = is.filter((column) => !was.includes(column));
      const disappear = was.filter((column) => !is.includes(column));
      return appear.length + disappear.length > 0 ? [{ dataset: dataset.name, appear, disappear }] : [];
    }),
  };
}

/**
 * Adds a language to the database, so that content can be written in it; it becomes public once the setting names
 * it. An existing one is left unchanged.
 * @throws Error of one line for a language unknown to Strapi
 */
export async function addLocale(strapi: Core.Strapi, code: string): Promise<void> {
  const name = nameOf(strapi, code);
  if (name === null) throw new Error(`Strapi knows no language "${code}"`);
  const present = await localesOf(strapi).find();
  if (!present.some((locale) => locale.code === code)) await localesOf(strapi).create({ code, name });
}

/**
 * Deletes a language from the database with every text in it, and the documents that have no other: all or nothing.
 * @throws Error of one line for a language of the site, the database's default locale, and one that does not exist
 */
export async function removeLocale(strapi: Core.Strapi, code: string): Promise<void> {
  const locale = (await localesOf(strapi).find()).find((one) => one.code === code);
  if (!locale) throw new Error(`The database has no language "${code}"`);
  if (languageCodes(strapi).includes(code)) {
    throw new Error(
      `"${code}" is a language of the site: take it out of the setting first, and start the site`,
    );
  }
  if ((await localesOf(strapi).getDefaultLocale()) === code) {
    throw new Error(
      `"${code}" is the default language of the database: choose another one under Settings, Internationalization`,
    );
  }
  await localesOf(strapi).delete({ id: locale.id });
}
