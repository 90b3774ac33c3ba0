import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { IS_DEAR_QUERY } from '../content-api/query-cost/dear-query';
import { Shares, ShareExhausted, type Leave, type ShareLimits } from '../fair-share/shares';
import { tooManyReadsError } from '../fair-share/too-many-reads';
import { requestLanguage } from '../plugins/accountability/server/src/language/request-language';
import { networkOf } from '../plugins/accountability/server/src/moderation/address-key';
import { OWN_READING } from '../plugins/accountability/server/src/open-data/slots';

/** An answer of more bytes was dear. */
const DEAR_BYTES = 256 * 1024;

const known = new WeakMap<Core.Strapi, Shares>();

/** One for all routes. */
function sharesOf(strapi: Core.Strapi): Shares {
  let shares = known.get(strapi);
  if (!shares) {
    shares = new Shares(strapi.config.get<ShareLimits>('tracker.publicReads'));
    known.set(strapi, shares);
  }
  return shares;
}

async function enter(strapi: Core.Strapi, ctx: Context): Promise<Leave> {
  const gone = new AbortController();
  const leave = () => gone.abort();
  ctx.res.once('close', leave);
  try {
    return await sharesOf(strapi).enter(networkOf(ctx.ip), gone.signal);
  } catch (error) {
    if (!(error instanceof ShareExhausted)) throw error;
    ctx.set('Retry-After', String(error.retryAfterSeconds));
    throw tooManyReadsError(error.retryAfterSeconds, requestLanguage(strapi));
  } finally {
    ctx.res.off('close', leave);
  }
}

/**
 * Keeps one address from having all of the process's time with reads of the content API; see `fair-share/`. Known
 * clients, which have a token, and the site's own pages are let through.
 * @throws RateLimitError (429) for more than can be kept waiting, with when to come again
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.state[OWN_READING] || ctx.state.auth?.strategy?.name === 'content-api-token') return next();
    const leave = await enter(strapi, ctx);
    try {
      await next();
    } finally {
      // Koa turns the answer into text after all middlewares: that takes its time too.
      setImmediate(() => leave(ctx.state[IS_DEAR_QUERY] === true || (ctx.response.length ?? 0) > DEAR_BYTES));
    }
  };
