import type { Context, Next } from 'koa';
import { isAtOrBelow } from 'strapi-plugin-accountability/server';
import { spellingOf } from '../request-guards/paths/spelling';

const UPLOADS = '/uploads';

/**
 * Gives each address one spelling, so that whatever compares paths sees what the router and the file server act on.
 * Another way to write the same (RFC 3986) is redirected, and what no address of this site is written like is not found:
 * hidden and doubled slashes, dot segments, broken encodings. Letter case is the router's, see `paths/exact-router.ts`.
 */
export default () =>
  (ctx: Context, next: Next): Promise<void> | void => {
    const spelling = spellingOf(ctx.path);
    if (spelling.kind === 'other') {
      const isReading = ctx.method === 'GET' || ctx.method === 'HEAD';
      ctx.status = isReading ? 301 : 308;
      ctx.redirect(`${spelling.own}${ctx.search}`);
      return;
    }
    // Some file systems ignore letter case, and would serve a file past the guard of its address.
    const isOtherCase = isAtOrBelow(ctx.path.toLowerCase(), UPLOADS) && !isAtOrBelow(ctx.path, UPLOADS);
    if (spelling.kind === 'none' || isOtherCase) return;
    return next() as Promise<void>;
  };
