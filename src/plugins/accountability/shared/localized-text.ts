/** A text in several languages, by language code: `{ en: '…', fr: '…' }`. */
export type LocalizedText = Readonly<Record<string, string>>;

/** The fallback language, in which every message of the engine exists. */
export const FALLBACK_LANGUAGE = 'en';

/** A language and its broader ones, the most specific first: `pt-BR`, `pt`. */
function broaderLanguages(language: string): string[] {
  const parts = language.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/** Fallback chain of a language, best first: `pt-BR`, `pt`, `en`. Pure. */
export const fallbackChain = (language: string): string[] => [
  ...new Set([...broaderLanguages(language), FALLBACK_LANGUAGE]),
];

const firstIn = (text: LocalizedText, languages: readonly string[]): string | undefined =>
  languages.map((language) => text[language]).find(Boolean);

/**
 * The text for readers of a language: in the language itself, a broader one (`pt` for `pt-BR`), English, or whichever
 * language has it first; '' for a text that has none. Pure.
 */
export const textIn = (text: LocalizedText, language: string): string =>
  firstIn(text, fallbackChain(language)) ?? Object.values(text).find(Boolean) ?? '';

/** A message: in the reader's language, and in each language of the site. */
export interface LocalizedMessage {
  readonly message: string;
  readonly messages: LocalizedText;
}

/** A message in a language: one of the site's, else in the reader's. Pure. */
export const messageFor = ({ message, messages }: LocalizedMessage, language: string): string =>
  firstIn(messages, broaderLanguages(language)) ?? message;
