import cors from '@koa/cors';
import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { isAtOrBelow } from 'strapi-plugin-accountability/server';
import { isUploadAddress } from '../uploads/served-file';

const EXPOSED = [
  'Link',
  'ETag',
  'Last-Modified',
  'Content-Disposition',
  'Repr-Digest',
  'X-Total-Rows',
  'X-Last-Sequence',
  'X-Release-Version',
  'Content-Range',
  'Accept-Ranges',
  'Retry-After',
];

/**
 * Allows pages of any origin to read the API and its media: `Access-Control-Allow-Origin: *`, never with cookies. Strapi's own
 * middleware echoes the request's origin instead, so that caches store a copy per site.
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  const allowing = (allowMethods: string[]) =>
    cors({
      origin: '*',
      credentials: false,
      exposeHeaders: EXPOSED,
      allowMethods,
      maxAge: 86400,
      keepHeadersOnError: true,
    });
  const api = allowing(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']);
  const media = allowing(['GET', 'HEAD']);
  return (ctx: Context, next: Next) => {
    if (isAtOrBelow(ctx.path, prefix)) return api(ctx, next);
    return isUploadAddress(ctx.path) ? media(ctx, next) : next();
  };
};
