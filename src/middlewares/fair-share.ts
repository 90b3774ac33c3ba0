import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { OWN_READING } from 'strapi-plugin-accountability/server';
import { takeTurn } from '../request-guards/fair-share/take-turn';

/**
 * Shares the time of the process for reads of the content API that `global::present-visitors` has let through for what
 * they call a token, and that have none. Known clients and the site's own pages are not held back.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  (ctx: Context, next: Next): Promise<void> =>
    ctx.state[OWN_READING] || ctx.state.auth?.strategy?.name === 'content-api-token'
      ? next()
      : takeTurn(strapi, ctx, next);
