import type { SiteLanguage } from 'strapi-plugin-accountability/server';
import { parseLocales } from './locales-setting';

const setting = parseLocales(process.env.LOCALES);

/** The languages of the site, the default one first: the setting `LOCALES`. */
export const SITE_LANGUAGES: readonly SiteLanguage[] = setting.languages;

/** Their codes, in the same order. */
export const LANGUAGE_CODES: readonly string[] = SITE_LANGUAGES.map(({ code }) => code);

export const DEFAULT_LANGUAGE_CODE: string = LANGUAGE_CODES[0]!;

/** What is invalid in the setting, null where it is valid. */
export const localesProblem = setting.problem;
