import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { networkOf, requestLanguage } from 'strapi-plugin-accountability/server';
import { IS_EXPENSIVE_QUERY } from '../../content-api/query-cost/expensive-query';

import { ShareExhausted, type Release } from './shares';
import { sharesOf } from './shares-of';
import { tooManyReadsError } from './too-many-reads';

/** A response of more bytes counts as expensive. */
const EXPENSIVE_BYTES = 256 * 1024;
/** Set in the state of a request that has had its turn. */
const HAS_TURN = 'hasTurn';

async function waitForTurn(strapi: Core.Strapi, ctx: Context): Promise<Release> {
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
 * Runs a read when it is its turn, once per request.
 * @throws RateLimitError (429) for more waiting requests than the limit, with Retry-After
 */
export async function takeTurn(strapi: Core.Strapi, ctx: Context, work: () => Promise<void>): Promise<void> {
  if (ctx.state[HAS_TURN]) return work();
  // The usual case, checked first: preparing to wait costs more.
  const leave = sharesOf(strapi).enterNow(networkOf(ctx.ip)) ?? (await waitForTurn(strapi, ctx));
  ctx.state[HAS_TURN] = true;
  try {
    await work();
  } finally {
    // Koa serialises the body after all middlewares: that takes time too.
    setImmediate(() =>
      leave(ctx.state[IS_EXPENSIVE_QUERY] === true || (ctx.response.length ?? 0) > EXPENSIVE_BYTES),
    );
  }
}
