import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { errors } from '@strapi/utils';

/**
 * Refuses a content API read whose `locale` is not one of the site's: Strapi itself would answer with an
 * empty list, which a frontend cannot tell from "nothing published".
 * @throws ValidationError (400) that names the locale and lists the known ones
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const prefix = `${strapi.config.get<string>('api.rest.prefix', '/api')}/`;
  // Open data answers with problem+json and checks its own parameters.
  const openData = `${prefix}open-data`;

  return async (ctx: Context, next: Next) => {
    const locale = ctx.query.locale;
    if (locale === undefined || !ctx.path.startsWith(prefix) || ctx.path.startsWith(openData)) {
      return next();
    }
    const known = (await strapi.plugin('i18n').service('locales').find()).map(
      (entry: { code: string }) => entry.code,
    );
    const unknown = [locale].flat().filter((code) => code !== '*' && code !== '' && !known.includes(code));
    if (unknown.length > 0) {
      throw new errors.ValidationError(
        `Unknown locale "${unknown.join('", "')}". This site has: ${known.join(', ')}.`,
        { code: 'UNKNOWN_LOCALE', parameter: 'locale', received: unknown, known },
      );
    }
    return next();
  };
};
