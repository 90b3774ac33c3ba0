import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { isAtOrBelow, networkOf } from 'strapi-plugin-accountability/server';
import { sharesOf } from '../request-guards/fair-share/shares-of';
import { takeTurn } from '../request-guards/fair-share/take-turn';

/**
 * Fair scheduling of API reads, so that one address cannot use all of the process's time; see `fair-share/`. Runs
 * before permissions are looked up: that query would wait behind everything a flood has started.
 *
 * Every client counts as present, whatever it requests, except for files: a slow download waits for nobody.
 * @throws RateLimitError (429) for more waiting requests than the limit, with Retry-After
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const api = strapi.config.get<string>('api.rest.prefix', '/api');
  const files = ['/uploads', '/admin', `${api}/open-data`];

  return async (ctx: Context, next: Next): Promise<void> => {
    if (files.some((place) => isAtOrBelow(ctx.path, place))) return next();
    const isRead = isAtOrBelow(ctx.path, api) && (ctx.method === 'GET' || ctx.method === 'HEAD');
    const go = sharesOf(strapi).come(networkOf(ctx.ip));
    try {
      // Whether a token is valid is known later; see `global::fair-share`.
      if (isRead && ctx.headers.authorization === undefined) await takeTurn(strapi, ctx, next);
      else await next();
    } finally {
      go();
    }
  };
};
