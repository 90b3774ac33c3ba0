import { plainTitle } from 'strapi-plugin-accountability/server';
import { DEFAULT_LANGUAGE_CODE, LANGUAGE_CODES, SITE_LANGUAGES } from '../languages/site-languages';

/** A language of the site. */
export type Language = string;

/** The languages of the site, the default one first. */
export const LANGUAGES: readonly Language[] = LANGUAGE_CODES;
export const DEFAULT_LANGUAGE: Language = DEFAULT_LANGUAGE_CODE;

/** Writing direction of a language of the site. */
export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  SITE_LANGUAGES.find(({ code }) => code === language)?.direction ?? 'ltr';

export const isLanguage = (code: unknown): code is Language => LANGUAGES.includes(code as Language);

/** A text by language. */
export type Texts = Readonly<Partial<Record<Language, string | null>>>;

/** Single-line texts, without HTML; null for empty ones. */
export const oneLineTexts = (texts: Texts): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, plainTitle(text ?? '') || null]),
  );

/** A text as a page shows it: in its language, else in another one. */
export interface ShownText {
  readonly text: string;
  readonly language: Language;
}

/** The text for a reader of the language, in another language where it is missing there; null where it has none. */
export function textFor(texts: Texts, language: Language): ShownText | null {
  const order = [language, ...LANGUAGES.filter((other) => other !== language)];
  for (const candidate of order) {
    const text = texts[candidate];
    if (text) return { text, language: candidate };
  }
  return null;
}
