import type { ContentWarning } from './warning';

/** Each language of the site in which a document does not exist. */
export const languagesMissing = (
  existing: readonly string[],
  languages: readonly string[],
): ContentWarning[] =>
  languages
    .filter((language) => !existing.includes(language))
    .map((language) => ({
      code: 'language-missing',
      path: [],
      language,
      values: { language: { language } },
    }));
