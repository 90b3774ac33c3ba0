/** A text in several languages, by language code: `{ en: '…', fr: '…' }`. */
export type LocalizedText = Readonly<Record<string, string>>;

/** The language every message of the engine exists in; it stands in for a language without words. */
export const FALLBACK_LANGUAGE = 'en';

/** A language and the broader ones, best first: `pt-BR`, `pt`. */
function broaderLanguages(language: string): string[] {
  const parts = language.split('-');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
}

/** Languages in which a text for readers of a language is looked for, best first: `pt-BR`, `pt`, `en`. Pure. */
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

/** What a refusal says: in the language of whoever asks, and in each language of the site. */
export interface Told {
  readonly message: string;
  readonly messages: LocalizedText;
}

/** What a refusal says in a language: one of the site's, else as it was told to whoever asked. Pure. */
export const toldText = ({ message, messages }: Told, language: string): string =>
  firstIn(messages, broaderLanguages(language)) ?? message;
