import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { writingDirection } from '../../../shared/writing-direction';
import { FALLBACK_LANGUAGE } from './localized-text';
import { sentenceCase } from './sentence-case';

/** A language content is published in. */
export interface SiteLanguage {
  /** BCP 47 language tag, as in Strapi's locale: `ka`, `pt-BR`. */
  readonly code: string;
  /** The language's own name: `ქართული`. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
}

const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;

const languageSchema = z.union([
  z.string().regex(TAG),
  z.strictObject({
    code: z.string().regex(TAG),
    name: z.string().trim().min(1).optional(),
    direction: z.enum(['ltr', 'rtl']).optional(),
  }),
]);

const languagesSchema = z.array(languageSchema).min(1);

/** A language's own name, capitalised as in a menu. */
const ownName = (code: string): string =>
  sentenceCase(new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code, code);

/** A language with the platform's defaults for name and direction. */
export const siteLanguage = (
  given: string | { code: string; name?: string; direction?: 'ltr' | 'rtl' },
): SiteLanguage => {
  const { code, name, direction } =
    typeof given === 'string' ? { code: given } : { name: undefined, direction: undefined, ...given };
  let known = name;
  return {
    code,
    // Looked up when it is first read: the platform takes 25 ms for the first, and a start needs none.
    get name() {
      return (known ??= ownName(code));
    },
    direction: direction ?? writingDirection(code),
  };
};

/**
 * Parses the setting `languages` of the plugin's configuration; the first language is the default.
 * @throws Error of one line with the remedy
 */
export function parseSiteLanguages(config: unknown): readonly SiteLanguage[] {
  const given = (config as { languages?: unknown }).languages;
  if (given === undefined) {
    throw new Error('setting "languages" is missing: list the languages of the site, the default one first');
  }
  const parsed = languagesSchema.safeParse(given);
  if (!parsed.success) {
    throw new Error(`setting "languages" must list language codes such as "fr" or { code: "ar", name: "…" }`);
  }
  const languages = parsed.data.map((one) => siteLanguage(one as Parameters<typeof siteLanguage>[0]));
  const codes = languages.map(({ code }) => code.toLowerCase());
  const twice = codes.find((code, index) => codes.indexOf(code) !== index);
  if (twice) throw new Error(`setting "languages" names "${twice}" twice; name it once`);
  return languages;
}

/** Codes of the languages a configuration of the plugin lists. @throws Error as `parseSiteLanguages` */
export const languageCodesOf = (config: unknown): string[] =>
  parseSiteLanguages(config).map(({ code }) => code);

const parsed = new WeakMap<object, readonly SiteLanguage[]>();

/** The languages of the site, the default one first. */
export function siteLanguages(strapi: Core.Strapi): readonly SiteLanguage[] {
  const config = strapi.config.get<object>('plugin::accountability');
  let languages = parsed.get(config);
  if (!languages) {
    languages = parseSiteLanguages(config);
    parsed.set(config, languages);
  }
  return languages;
}

/** A language of the site, or any other language of messages, with the platform's defaults. */
export const languageNamed = (strapi: Core.Strapi, code: string): SiteLanguage =>
  siteLanguages(strapi).find((language) => language.code === code) ?? siteLanguage(code);

/** Codes of the languages of the site, the default one first. */
export const languageCodes = (strapi: Core.Strapi): string[] => siteLanguages(strapi).map(({ code }) => code);

/** The name of a language in another one: `espagnol` for `es` in `fr`; its code where there is no name. Pure. */
export const languageName = (code: string, inLanguage: string): string =>
  new Intl.DisplayNames([inLanguage, FALLBACK_LANGUAGE], { type: 'language' }).of(code) ?? code;

/** The languages of the site with their names in a language, capitalised as in a menu. */
export const languagesIn = (strapi: Core.Strapi, language: string): { code: string; name: string }[] =>
  languageCodes(strapi).map((code) => ({ code, name: sentenceCase(languageName(code, language), language) }));
