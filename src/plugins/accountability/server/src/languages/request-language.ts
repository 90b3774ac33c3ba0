import type { Core } from '@strapi/strapi';
import { engineWords } from './engine-words';
import { FALLBACK_LANGUAGE, type LocalizedText } from './localized-text';
import { languageCodes } from './site-languages';

/** Code of a language messages are told in. */
export type Language = 'en' | 'ka';

/** Languages a message may be asked for in by anybody: those of the site, English at last. English first where it is one. */
function publicLanguages(strapi: Core.Strapi): string[] {
  const site = languageCodes(strapi);
  return site.includes(FALLBACK_LANGUAGE)
    ? [FALLBACK_LANGUAGE, ...site.filter((code) => code !== FALLBACK_LANGUAGE)]
    : [...site, FALLBACK_LANGUAGE];
}

/**
 * The language of whoever is asking: the one the admin user has chosen for the panel if there are words in it, else
 * the one of the site's languages the browser prefers; without a preference English where the site speaks it, else
 * the site's first.
 */
export function requestLanguage(strapi: Core.Strapi): Language {
  const candidates = publicLanguages(strapi);
  const ctx = strapi.requestContext.get();
  if (!ctx) return candidates[0] as Language;
  const chosen: unknown = ctx.state?.user?.preferedLanguage; // Strapi's own spelling
  if (typeof chosen === 'string' && engineWords.speaks(chosen)) return chosen as Language;
  return (ctx.acceptsLanguages(...candidates) || candidates[0]) as Language;
}

/** What a refusal says: in the language of whoever asks, and in each language of the site. */
export interface Told {
  readonly message: string;
  readonly messages: LocalizedText;
}

/** A sentence in the language of whoever is asking, and in each language of the site. */
export const toldToReader = (strapi: Core.Strapi, say: (language: Language) => string): Told => ({
  message: say(requestLanguage(strapi)),
  messages: Object.fromEntries(
    languageCodes(strapi).map((language) => [language, say(language as Language)]),
  ),
});
