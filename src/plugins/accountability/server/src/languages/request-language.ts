import type { Core } from '@strapi/strapi';

/** Languages every message of the server exists in. */
export type Language = 'en' | 'ka';

/** The language of whoever is asking: the admin user's own choice, else the browser's, else English. */
export function requestLanguage(strapi: Core.Strapi): Language {
  const ctx = strapi.requestContext.get();
  if (!ctx) return 'en';
  const chosen: unknown = ctx.state?.user?.preferedLanguage; // Strapi's own spelling
  if (chosen === 'ka' || chosen === 'en') return chosen;
  return ctx.acceptsLanguages('en', 'ka') === 'ka' ? 'ka' : 'en';
}
