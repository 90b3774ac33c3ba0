import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';
import { inheritedNames, inheritedValues, isAtOrBelow } from 'strapi-plugin-accountability/server';

const NUL = /%00|\0/;

/**
 * Refuses addresses that hold the character NUL, which no text in PostgreSQL can: its refusal of a query would be
 * answered as a fault of the site. And those with parameters that the parser of queries leaves out, `constructor`
 * among them: a list would come unfiltered. A content type, field or document cannot have such a name either; Strapi
 * looks it up in objects that have it.
 * @throws ValidationError (400), NotFoundError (404) for a part of the path
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  // Open data answers with problem+json and checks its own parameters.
  const openData = `${strapi.config.get<string>('api.rest.prefix', '/api')}/open-data`;

  return async (ctx: Context, next: Next) => {
    if (isAtOrBelow(ctx.path, openData)) return next();
    // A search of the moderators' queue is cleaned of it.
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
