import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { CODINGS, type Coding, isAtOrBelow, isNotModified } from 'strapi-plugin-accountability/server';
import { NotThere } from './api/ask-api';
import { serveFollow } from './follow/serve-follow';
import { CARD_HEADERS, FOR_EVER, FRAME_HEADER, PAGE_HEADERS, REVALIDATE, staleHeaders } from './http/headers';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from './languages';
import { readLanguage } from './list/list-query';
import { findRoute, type Route } from './routes';
import { Site } from './site';
import { warmUpAfterStart } from './warm-up';

const HTML = 'text/html; charset=utf-8';
const RETRY_AFTER_SECONDS = 10;
const ASSET = /^\/site\/([^/]+)$/;

const codingOf = (ctx: Context): Coding => (ctx.acceptsEncodings(...CODINGS) as Coding | false) || 'identity';

const preferredLanguage = (ctx: Context): Language =>
  (ctx.acceptsLanguages(...LANGUAGES) as Language | false) || DEFAULT_LANGUAGE;

/** The language of an error page: the requested one, else the preferred one. */
const readersLanguage = (ctx: Context): Language => readLanguage(ctx.query) ?? preferredLanguage(ctx);

const LOCALE = /(?:^|&)locale=([\w-]{2,20})(?=&|$)/;

/** The same where the query is too long to be parsed. */
const languageOfLongQuery = (ctx: Context): Language =>
  LANGUAGES.find((language) => language === LOCALE.exec(ctx.querystring)?.[1]) ?? preferredLanguage(ctx);

/** The two kinds of pages: full pages, and cards for frames of other sites. */
type Kind = Pick<Route, 'isCard'>;

function setPageHeaders(ctx: Context, { isCard = false }: Kind): void {
  ctx.set(isCard ? CARD_HEADERS : PAGE_HEADERS);
  if (isCard) ctx.remove(FRAME_HEADER);
}

function sendText(ctx: Context, status: number, text: string, kind: Kind = {}): void {
  setPageHeaders(ctx, kind);
  ctx.set('Cache-Control', 'no-store');
  ctx.vary('Accept-Language');
  ctx.status = status;
  ctx.body = text;
  ctx.set('Content-Type', HTML);
}

async function sendPage(site: Site, ctx: Context, route: Route): Promise<void> {
  const coding = codingOf(ctx);
  const { etag, body, age } = await site.page(
    ctx,
    route,
    readLanguage(ctx.query) ?? DEFAULT_LANGUAGE,
    coding,
  );
  setPageHeaders(ctx, route);
  ctx.set({ ETag: etag, 'Cache-Control': REVALIDATE });
  if (age > 0) ctx.set(staleHeaders(age));
  ctx.vary('Accept-Encoding');
  // By the tag only: pages change at midnight without any change of data.
  if (
    ctx.headers['if-none-match'] !== undefined &&
    isNotModified(ctx.headers, { etag, modified: new Date() })
  ) {
    ctx.status = 304;
    return;
  }
  if (coding !== 'identity') ctx.set('Content-Encoding', coding);
  ctx.status = 200;
  ctx.body = body;
  ctx.set('Content-Type', route.type);
}

async function sendAsset(site: Site, ctx: Context, name: string): Promise<boolean> {
  const asset = site.assets.get(name);
  if (!asset) return false;
  const coding = codingOf(ctx);
  const etag = `"${asset.version}-${coding}"`;
  ctx.vary('Accept-Encoding');
  ctx.set({ ETag: etag, 'Cache-Control': ctx.query.v === asset.version ? FOR_EVER : REVALIDATE });
  if (
    ctx.headers['if-none-match'] !== undefined &&
    isNotModified(ctx.headers, { etag, modified: new Date() })
  ) {
    ctx.status = 304;
    return true;
  }
  if (coding !== 'identity') ctx.set('Content-Encoding', coding);
  ctx.status = 200;
  ctx.body = await site.assets.packed(name, asset, coding);
  ctx.set('Content-Type', asset.type);
  return true;
}

/** Serves the public pages, and error pages for unanswered requests of browsers. Other requests are passed on. */
export function serveSite(strapi: Core.Strapi) {
  const site = new Site(strapi);
  warmUpAfterStart(strapi, site);
  const api = strapi.config.get<string>('api.rest.prefix', '/api');
  const longest = strapi.config.get<number>('tracker.queryLength');

  async function answer(ctx: Context, route: Route): Promise<void> {
    try {
      await sendPage(site, ctx, route);
    } catch (error) {
      if (error instanceof NotThere) {
        return sendText(ctx, 404, site.notFound(ctx, readersLanguage(ctx), route), route);
      }
      strapi.log.error(error);
      ctx.set('Retry-After', String(RETRY_AFTER_SECONDS));
      sendText(ctx, 503, site.unavailable(ctx, route), route);
    }
  }

  const answerFollow = serveFollow(strapi, site, sendText);

  return async (ctx: Context, next: Next): Promise<void> => {
    if (await answerFollow(ctx)) return;
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') return next();
    if (ctx.querystring.length > longest && findRoute(ctx.path, {})) {
      return sendText(ctx, 414, site.tooLong(ctx, languageOfLongQuery(ctx)));
    }
    const file = ASSET.exec(ctx.path)?.[1];
    if (file !== undefined && (await sendAsset(site, ctx, file))) return;
    const route = findRoute(ctx.path, ctx.query);
    if (route) return answer(ctx, route);
    if (ctx.path.endsWith('/') && findRoute(ctx.path.slice(0, -1), ctx.query)) {
      ctx.status = 301;
      ctx.redirect(`${ctx.path.slice(0, -1)}${ctx.search}`);
      return;
    }
    await next();
    const isUnanswered = ctx.status === 404 && ctx.body === undefined;
    if (isUnanswered && !isAtOrBelow(ctx.path, api) && ctx.accepts('html', 'json') === 'html') {
      sendText(ctx, 404, site.notFound(ctx, readersLanguage(ctx)));
    }
  };
}
