import type { SiteLanguage } from 'strapi-plugin-accountability/server';
import { parseLocales } from './locales-setting';

const setting = parseLocales(process.env.LOCALES);

/** The languages of the site, the default one first: the setting `LOCALES`. */
export const SITE_LANGUAGES: readonly SiteLanguage[] = setting.languages;

/** Their codes, in the same order. */
export const LANGUAGE_CODES: readonly string[] = SITE_LANGUAGES.map(({ code }) => code);

export const DEFAULT_LANGUAGE_CODE: string = LANGUAGE_CODES[0]!;

/** What is wrong with the setting, null where nothing is. */
export const localesProblem = setting.problem;
