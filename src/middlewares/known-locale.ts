import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { errors } from '@strapi/utils';
import { isAtOrBelow, isDatabaseUnavailable } from 'strapi-plugin-accountability/server';

/**
 * Rejects a content API read whose `locale` is not one of the site's: Strapi itself would return an empty list,
 * indistinguishable from "nothing published".
 * @throws ValidationError (400) that names the locale and lists the known ones
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  // They answer with problem+json and validate their own parameters.
  const others = [`${prefix}/open-data`, `${prefix}/search`];

  const knownLocales = async (): Promise<string[] | null> => {
    try {
      const entries: { code: string }[] = await strapi.plugin('i18n').service('locales').find();
      return entries.map(({ code }) => code);
    } catch (error) {
      if (isDatabaseUnavailable(error)) return null;
      throw error;
    }
  };

  return async (ctx: Context, next: Next) => {
    const locale = ctx.query.locale;
    const isOthers = others.some((path) => isAtOrBelow(ctx.path, path));
    if (locale === undefined || !isAtOrBelow(ctx.path, prefix) || isOthers) return next();
    const known = await knownLocales();
    // Without a database this cannot be checked; reading the content reports it in its own way.
    if (known === null) return next();
    const unknown = [locale]
      .flat()
      .filter((code) => code !== '*' && code !== '' && !known.includes(code as string));
    if (unknown.length > 0) {
      throw new errors.ValidationError(
        `Unknown locale "${unknown.join('", "')}". This site has: ${known.join(', ')}.`,
        { code: 'UNKNOWN_LOCALE', parameter: 'locale', received: unknown, known },
      );
    }
    return next();
  };
};
