import { textIn, type LocalizedText } from './localized-text';

/** Called with every text of a declaration and where it stands; what it returns takes the text's place. */
export type VisitText = (text: LocalizedText, place: string) => LocalizedText;

/** The text in each of the languages and in no other: one it lacks falls back as `textIn` says. Pure. */
export const textInEach = (text: LocalizedText, languages: readonly string[]): LocalizedText =>
  Object.fromEntries(languages.map((language) => [language, textIn(text, language)]));

/** The text in each of the languages, and after these in what other languages it has. Pure. */
export const textInEachAndMore = (text: LocalizedText, languages: readonly string[]): LocalizedText => ({
  ...textInEach(text, languages),
  ...Object.fromEntries(Object.entries(text).filter(([language]) => !languages.includes(language))),
});

/** The text in those of the languages that it has. Pure. */
export const onlyIn = (text: LocalizedText, languages: readonly string[]): LocalizedText =>
  Object.fromEntries(Object.entries(text).filter(([language]) => languages.includes(language)));

/** A declared text that nobody could read: no language has it. @returns one line per problem, at most one. Pure. */
export const emptyTextProblems = (text: LocalizedText | undefined, what: string): string[] =>
  Object.values(text ?? {}).some((words) => words.trim() !== '')
    ? []
    : [`${what} is missing in every language; write one`];
