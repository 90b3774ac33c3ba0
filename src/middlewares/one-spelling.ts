import type { Context, Next } from 'koa';
import { isAtOrBelow } from 'strapi-plugin-accountability/server';
import { spellingOf } from '../request-guards/paths/spelling';

const UPLOADS = '/uploads';

/**
 * Normalises paths, so that everything that compares them sees what the router and the file server use. Equivalent
 * spellings (RFC 3986) are redirected, and invalid ones are not found: encoded and double slashes, dot segments,
 * broken encodings. Letter case is the router's, see `paths/exact-router.ts`.
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
    // Case-insensitive file systems would serve a file past the guard of its path.
    const isOtherCase = isAtOrBelow(ctx.path.toLowerCase(), UPLOADS) && !isAtOrBelow(ctx.path, UPLOADS);
    if (spelling.kind === 'none' || isOtherCase) return;
    return next() as Promise<void>;
  };
