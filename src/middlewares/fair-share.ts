import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { OWN_READING } from 'strapi-plugin-accountability/server';
import { takeTurn } from '../request-guards/fair-share/take-turn';

/**
 * Fair scheduling of content API reads that `global::present-visitors` has let through because of a header that
 * looks like a token, and that have no valid one. Known clients and the site's own pages are not limited.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  (ctx: Context, next: Next): Promise<void> =>
    ctx.state[OWN_READING] || ctx.state.auth?.strategy?.name === 'content-api-token'
      ? next()
      : takeTurn(strapi, ctx, next);
