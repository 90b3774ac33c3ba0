import type { OutputColumn } from '../datasets/output-columns';
import type { LocalizedText } from '../datasets/declaration';
import type { Catalogue } from './catalogue';
import { engineWords } from '../languages/engine-words';

const WORDS = engineWords.section('catalogue');

/** A text of the metadata, by key. */
export const word = WORDS.say as (
  language: string,
  key: string,
  values?: Readonly<Record<string, string>>,
) => string;

/** A text of the metadata in each language. */
export const words = (
  languages: readonly string[],
  key: string,
  values?: (language: string) => Readonly<Record<string, string>>,
): LocalizedText =>
  Object.fromEntries(languages.map((language) => [language, word(language, key, values?.(language))]));

/** A text in the site's languages, in their order. */
export const inOrder = (text: LocalizedText, languages: readonly string[]): [string, string][] =>
  languages.map((language) => [language, text[language] ?? '']);

/** A text for formats with a single language: the distinct texts of all languages, joined. */
export const together = (text: LocalizedText, languages: readonly string[], between: string): string =>
  [...new Set(inOrder(text, languages).map(([, words]) => words))].join(between);

const languageName = (language: string, named: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(named) ?? named;

/** Label of a column in each language; with several languages it names its own: "Title (Georgian)". */
export const columnLabels = (column: OutputColumn, languages: readonly string[]): LocalizedText =>
  Object.fromEntries(
    inOrder(column.declaration.labels, languages).map(([language, label]) => [
      language,
      column.locale && languages.length > 1 ? `${label} (${languageName(language, column.locale)})` : label,
    ]),
  );

export const catalogueTitle = ({ config }: Catalogue): LocalizedText =>
  config.openData.title ?? words(config.languages, 'catalogue.title');

export const catalogueDescription = ({ config }: Catalogue): LocalizedText =>
  config.openData.description ?? words(config.languages, 'catalogue.description');

/** Name of the publisher; by default that it is this site. */
export const publisherName = ({ config }: Catalogue): LocalizedText =>
  config.openData.publisher?.name ?? words(config.languages, 'publisher.name');

/** Contact name; by default the publisher. */
export const contactName = (catalogue: Catalogue): LocalizedText =>
  catalogue.config.openData.contact?.name ?? publisherName(catalogue);

/** Keywords of a dataset, or those of the catalogue where it has none. */
export const keywordsOf = (
  { config }: Catalogue,
  dataset?: { readonly keywords?: readonly LocalizedText[] },
): readonly LocalizedText[] => dataset?.keywords ?? config.openData.keywords;
