import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { engineWords } from './engine-words';
import type { LocalizedMessage } from '../../../shared/localized-text';
import { FALLBACK_LANGUAGE } from './localized-text';
import { languageCodes } from './site-languages';

/** Code of a language of messages. */
export type Language = string;

/**
 * Languages of messages to the public: those of the site, and English, which comes first where it is one of them.
 */
function publicLanguages(strapi: Core.Strapi): string[] {
  const site = languageCodes(strapi);
  return site.includes(FALLBACK_LANGUAGE)
    ? [FALLBACK_LANGUAGE, ...site.filter((code) => code !== FALLBACK_LANGUAGE)]
    : [...site, FALLBACK_LANGUAGE];
}

/**
 * The language for a request without a user: the preferred one of the site's languages; without a preference
 * English where the site has it, else the site's first.
 */
export function acceptedLanguage(strapi: Core.Strapi, ctx: Pick<Context, 'acceptsLanguages'>): Language {
  const candidates = publicLanguages(strapi);
  const accepted = ctx.acceptsLanguages(...candidates);
  return typeof accepted === 'string' ? accepted : candidates[0]!;
}

/**
 * The language of the current request: the one the admin user has chosen for the panel if there are words in it,
 * else that of the request's headers.
 */
export function requestLanguage(strapi: Core.Strapi): Language {
  const ctx = strapi.requestContext.get();
  if (!ctx) return publicLanguages(strapi)[0]!;
  const chosen: unknown = ctx.state?.user?.preferedLanguage; // Strapi's own spelling
  if (typeof chosen === 'string' && engineWords.hasLanguage(chosen)) return chosen;
  return acceptedLanguage(strapi, ctx);
}

/** A message in the language of the current request, and in each language of the site. */
export const localizedMessage = (
  strapi: Core.Strapi,
  say: (language: Language) => string,
): LocalizedMessage => ({
  message: say(requestLanguage(strapi)),
  messages: Object.fromEntries(languageCodes(strapi).map((language) => [language, say(language)])),
});
