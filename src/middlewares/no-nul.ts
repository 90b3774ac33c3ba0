import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';

const NUL = /%00|\0/;

/**
 * Refuses addresses of the content API that hold the character NUL, which no text in PostgreSQL can: its refusal of a
 * query would be answered as a fault of the site.
 * @throws ValidationError (400)
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const prefix = `${strapi.config.get<string>('api.rest.prefix', '/api')}/`;
  // Open data answers with problem+json and checks its own parameters.
  const openData = `${prefix}open-data`;

  return async (ctx: Context, next: Next) => {
    if (NUL.test(ctx.url) && ctx.path.startsWith(prefix) && !ctx.path.startsWith(openData)) {
      throw new errors.ValidationError('The address holds the character NUL (%00). Take it out.', {
        code: 'NUL_IN_ADDRESS',
      });
    }
    return next();
  };
};
