import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { isNotModified } from './conditional';
import { isAtOrBelow } from './paths';
import { NotModifiedCache } from './not-modified-cache';
import { siteVersion, type SiteVersion } from './site-version';

const MAX_ENTRIES = 1_000;
/** What the response depends on besides the address. */
const NEGOTIATED = ['accept', 'accept-encoding', 'accept-language', 'origin'] as const;
/** Headers of a body: a 304 has none. */
const OF_THE_BODY = [
  'content-encoding',
  'content-length',
  'content-range',
  'content-type',
  'repr-digest',
  'transfer-encoding',
  'x-total-rows',
];

const keyOf = (ctx: Context): string =>
  [ctx.origin, ctx.url, ...NEGOTIATED.map((header) => ctx.headers[header] ?? '')].join('\n');

/**
 * Answers 304 to a request with a known entity tag before Strapi processes it: the cached response is valid as long
 * as nothing was written since. Other requests are processed as usual, and their responses cached.
 */
export function answerNotModified(prefix: string, strapi: Core.Strapi) {
  const known = new NotModifiedCache(MAX_ENTRIES);
  let readState: (() => Promise<SiteVersion>) | undefined;

  return async (ctx: Context, next: Next): Promise<void> => {
    const isOurs = isAtOrBelow(ctx.path, prefix);
    if (!isOurs || (ctx.method !== 'GET' && ctx.method !== 'HEAD') || ctx.headers.range) return next();
    const start = Date.now();
    readState ??= siteVersion(strapi);
    // Read before the response is made: it may be newer than the version it is cached for, never older.
    const state = (await readState().catch(() => undefined))?.text;
    if (state === undefined) return next();

    const key = keyOf(ctx);
    const answer = known.get(key, state);
    // By the tag only: a date in whole seconds does not distinguish two responses of one second.
    if (answer && ctx.headers['if-none-match'] !== undefined) {
      const etag = String(answer.headers.etag);
      if (isNotModified(ctx.headers, { etag, modified: new Date() })) {
        ctx.set(answer.headers as Record<string, string>);
        ctx.status = 304;
        // As Strapi's logger formats requests.
        strapi.log.http(`${ctx.method} ${ctx.url} (${Date.now() - start} ms) 304`);
        return;
      }
    }
    await next();
    if (answer || (ctx.status !== 200 && ctx.status !== 304)) return;
    const headers = { ...ctx.response.headers } as Record<string, string | string[]>;
    for (const header of OF_THE_BODY) delete headers[header];
    if (headers.etag && !headers['set-cookie']) known.set(key, { state, headers });
  };
}
