import type { LocalizedText } from '../languages/localized-text';
import type { MetadataSettings } from './metadata-settings';

/**
 * What the place of the data is called in each of the languages: as declared, else the platform's name of the country.
 * Looked up when a document is written, not at the start: the platform's first look-up takes 25 ms.
 */
export const placeNames = (
  { labels, country }: NonNullable<MetadataSettings['spatial']>,
  languages: readonly string[],
): LocalizedText =>
  labels ??
  Object.fromEntries(
    languages.map((language) => [
      language,
      // The declaration has one of both.
      new Intl.DisplayNames([language], { type: 'region' }).of(country!) ?? country!,
    ]),
  );
