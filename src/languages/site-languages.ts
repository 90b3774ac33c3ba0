import type { SiteLanguage } from 'strapi-plugin-accountability/server';
import { parseLocales, type StatedLanguage } from './locales-setting';

const setting = parseLocales(process.env.LOCALES);

/** What the setting `LOCALES` states of the languages of the site, for the plugin's configuration. */
export const STATED_LANGUAGES: readonly StatedLanguage[] = setting.stated;

/** The languages of the site, the default one first. */
export const SITE_LANGUAGES: readonly SiteLanguage[] = setting.languages;

/** Their codes, in the same order. */
export const LANGUAGE_CODES: readonly string[] = SITE_LANGUAGES.map(({ code }) => code);

export const DEFAULT_LANGUAGE_CODE: string = LANGUAGE_CODES[0]!;

/** What is invalid in the setting, null where it is valid. */
export const localesProblem = setting.problem;
