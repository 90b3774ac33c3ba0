import { fallbackChain } from 'strapi-plugin-accountability/strapi-admin';
import type englishWords from '../words/en.json';
import type { PANEL_SECTIONS } from './panel-sections';

/** The panel's part of a language's words; a language may lack any of it. */
export type PanelPart = {
  readonly [Name in (typeof PANEL_SECTIONS)[number]]: Partial<(typeof englishWords)[Name]>;
};

const WORDS = import.meta.glob<PanelPart>('../words/*.json');
/** Strapi's own words, in languages it has none in. */
const STRAPI_WORDS = import.meta.glob<Readonly<Record<string, string>>>('./panel-words/*.json');

const localeOf = (file: string): string => file.replace(/^.*\/|\.json$/g, '');

/** Every language the application has a word file of: those the panel is offered in. */
export const WORD_LOCALES: readonly string[] = Object.keys(WORDS).map(localeOf);

const loaded = new Map<string, PanelPart>();

/** Loads the panel's part of a language's words; undefined for one without a file. */
export async function loadPart(locale: string): Promise<PanelPart | undefined> {
  const part = (await WORDS[`../words/${locale}.json`]?.())?.default;
  if (part) loaded.set(locale, part);
  return part;
}

/** Words of Strapi's own panel that the application has in a language. */
export const loadStrapiWords = async (locale: string): Promise<Readonly<Record<string, string>>> =>
  (await STRAPI_WORDS[`./panel-words/${locale}.json`]?.())?.default ?? {};

/** A section of the words that are loaded, in a language and in those that stand in for it, best first. */
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
