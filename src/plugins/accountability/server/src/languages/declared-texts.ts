import { textIn, type LocalizedText } from './localized-text';

/** Called with every text of a declaration and its path; its result replaces the text. */
export type VisitText = (text: LocalizedText, place: string) => LocalizedText;

/** The text in exactly these languages: a missing one falls back as in `textIn`. Pure. */
export const textInEach = (text: LocalizedText, languages: readonly string[]): LocalizedText =>
  Object.fromEntries(languages.map((language) => [language, textIn(text, language)]));

/** The text in each of the languages, followed by its other languages. Pure. */
export const textInEachAndMore = (text: LocalizedText, languages: readonly string[]): LocalizedText => ({
  ...textInEach(text, languages),
  ...Object.fromEntries(Object.entries(text).filter(([language]) => !languages.includes(language))),
});

/** The text in those of the languages that it has. Pure. */
export const onlyIn = (text: LocalizedText, languages: readonly string[]): LocalizedText =>
  Object.fromEntries(Object.entries(text).filter(([language]) => languages.includes(language)));

/**
 * Problems of a declared text that has no language at all.
 * @returns one line per problem, at most one. Pure.
 */
export const emptyTextProblems = (text: LocalizedText | undefined, what: string): string[] =>
  Object.values(text ?? {}).some((words) => words.trim() !== '')
    ? []
    : [`${what} is missing in every language; write one`];
