import type { ContentWarning } from './warning';

/** Each locale of a document that is not a language of the site. */
export const undeclaredLanguage = (
  existing: readonly string[],
  languages: readonly string[],
): ContentWarning[] =>
  existing
    .filter((language) => language !== '' && !languages.includes(language))
    .map((language) => ({
      code: 'undeclared-language',
      path: [],
      language,
      values: { language: { language } },
    }));

/** Each language of the site that a document lacks; a site of one language has no translations. */
export const languagesMissing = (
  existing: readonly string[],
  languages: readonly string[],
): ContentWarning[] =>
  languages
    .filter((language) => languages.length > 1 && !existing.includes(language))
    .map((language) => ({
      code: 'language-missing',
      path: [],
      language,
      values: { language: { language } },
    }));
