import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { isAtOrBelow, networkOf } from 'strapi-plugin-accountability/server';
import { sharesOf } from '../request-guards/fair-share/shares-of';
import { takeTurn } from '../request-guards/fair-share/take-turn';

/**
 * Keeps one address from having all of the process's time with reads of the API; see `fair-share/`. It stands before
 * the look-up of rights: that asks the database too, and would wait there behind everything a flood has begun.
 *
 * Everybody counts as present, whatever is asked for, but for files: who reads one slowly waits for nobody.
 * @throws RateLimitError (429) for more than can be kept waiting, with when to come again
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const api = strapi.config.get<string>('api.rest.prefix', '/api');
  const files = ['/uploads', '/admin', `${api}/open-data`];

  return async (ctx: Context, next: Next): Promise<void> => {
    if (files.some((place) => isAtOrBelow(ctx.path, place))) return next();
    const isRead = isAtOrBelow(ctx.path, api) && (ctx.method === 'GET' || ctx.method === 'HEAD');
    const go = sharesOf(strapi).come(networkOf(ctx.ip));
    try {
      // A token is known later; see `global::fair-share`.
      if (isRead && ctx.headers.authorization === undefined) await takeTurn(strapi, ctx, next);
      else await next();
    } finally {
      go();
    }
  };
};
