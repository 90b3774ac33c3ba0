import { createRequire } from 'node:module';

const SETTING = 'STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE';

/** Loads the copy Strapi itself takes: it is a dependency of Strapi, not of the application. */
const loadI18n = (): void => {
  createRequire(require.resolve('@strapi/strapi/package.json'))('@strapi/i18n/strapi-server');
};

/**
 * Has Strapi begin an empty database with the site's first language. Strapi's i18n reads an environment variable of
 * its own, once, when it is loaded: this runs before, and whatever the variable says, `LOCALES` wins.
 * @param load loads Strapi's i18n; it throws for a language it does not know, which is then named with `LOCALES`
 */
export function beginWithLanguage(
  language: string,
  env: Record<string, string | undefined>,
  load = loadI18n,
): void {
  env[SETTING] = language;
  try {
    load();
  } catch {
    delete env[SETTING];
  }
}
