import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { inheritedNames, inheritedValues, isAtOrBelow } from 'strapi-plugin-accountability/server';

const NUL = /%00|\0/;

/**
 * Rejects paths and queries with the character NUL, which no PostgreSQL text can contain: the failed query would be
 * a server error. Also those with parameters that the query parser drops, such as `constructor`: a list would be
 * returned unfiltered. A content type, field or document cannot have such a name either; Strapi would find it as an
 * inherited property.
 * @throws ValidationError (400), NotFoundError (404) for a part of the path
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const api = strapi.config.get<string>('api.rest.prefix', '/api');
  // Open data and the search answer with problem+json and validate their own parameters.
  const ownValidation = [`${api}/open-data`, `${api}/search`];

  return async (ctx: Context, next: Next) => {
    if (ownValidation.some((path) => isAtOrBelow(ctx.path, path))) return next();
    // NUL is removed from a search in the moderators' queue.
    if (NUL.test(isAtOrBelow(ctx.path, '/accountability') ? ctx.path : ctx.url)) {
      throw new errors.ValidationError('The address holds the character NUL (%00). Take it out.', {
        code: 'NUL_IN_ADDRESS',
      });
    }
    if (ctx.path.split('/').some((part) => part in Object.prototype)) throw new errors.NotFoundError();
    const unknown = [inheritedNames, inheritedValues].flatMap((find) => find(ctx.querystring));
    if (unknown.length > 0) {
      throw new errors.ValidationError(
        `No parameter or field is called ${unknown.join(', ')}. Take it out.`,
        {
          code: 'UNKNOWN_PARAMETER',
          parameters: unknown,
        },
      );
    }
    return next();
  };
};
