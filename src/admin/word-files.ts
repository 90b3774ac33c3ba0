import { fallbackChain } from 'strapi-plugin-accountability/strapi-admin';
import type englishWords from '../words/en.json';
import type { PANEL_SECTIONS } from './panel-sections';

/** The panel's sections of a word file; a language may lack any of them. */
export type PanelPart = {
  readonly [Name in (typeof PANEL_SECTIONS)[number]]: Partial<(typeof englishWords)[Name]>;
};

const WORDS = import.meta.glob<PanelPart>('../words/*.json');
/** Translations of Strapi's own panel, in languages Strapi lacks. */
const STRAPI_WORDS = import.meta.glob<Readonly<Record<string, string>>>('./panel-words/*.json');

const localeOf = (file: string): string => file.replace(/^.*\/|\.json$/g, '');

/** Every language with a word file: the panel's languages. */
export const WORD_LOCALES: readonly string[] = Object.keys(WORDS).map(localeOf);

const loaded = new Map<string, PanelPart>();

/** Loads the panel's sections of a language's messages; undefined for one without a file. */
export async function loadPart(locale: string): Promise<PanelPart | undefined> {
  const part = (await WORDS[`../words/${locale}.json`]?.())?.default;
  if (part) loaded.set(locale, part);
  return part;
}

/** Words of Strapi's own panel that the application has in a language. */
export const loadStrapiWords = async (locale: string): Promise<Readonly<Record<string, string>>> =>
  (await STRAPI_WORDS[`./panel-words/${locale}.json`]?.())?.default ?? {};

/** A section of the loaded messages, in a language followed by its fallbacks. */
export const sectionsFor = <Name extends keyof PanelPart>(name: Name, language: string): PanelPart[Name][] =>
  sectionsWithLanguage(name, language).map(([, section]) => section);

/** The same, each with its language. */
export const sectionsWithLanguage = <Name extends keyof PanelPart>(
  name: Name,
  language: string,
): (readonly [language: string, section: PanelPart[Name]])[] =>
  fallbackChain(language).flatMap((locale) => {
    const section = loaded.get(locale)?.[name];
    return section ? [[locale, section] as const] : [];
  });
