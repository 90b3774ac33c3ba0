import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { isHost, requestLanguage } from 'strapi-plugin-accountability/server';
import { hostRefused } from '../request-guards/request-host/refusal';

const FORWARDED = 'X-Forwarded-Host';

/**
 * Rejects requests whose `Host` is invalid, or that have several: absolute addresses are made of it where the
 * site's own is not configured. A proxy's forwarded host and protocol are validated too, where one is configured.
 * @throws ValidationError (400) with `details.code` `HOST_INVALID` or `PROTOCOL_INVALID`
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const isProxied = strapi.config.get<boolean>('server.proxy.koa', false);

  function refuseWrong(ctx: Context): void {
    const hosts = ctx.req.headersDistinct.host ?? [];
    // Optional in HTTP/1.0.
    if (hosts.length > 1 || hosts.some((host) => !isHost(host))) {
      throw hostRefused('HOST_INVALID', 'Host', requestLanguage(strapi));
    }
    if (!isProxied) return;
    // Each proxy appends its own; the outermost one has the client's.
    const forwarded = ctx.get(FORWARDED).split(',', 1)[0]!.trim();
    if (ctx.get(FORWARDED) && !isHost(forwarded)) {
      throw hostRefused('HOST_INVALID', FORWARDED, requestLanguage(strapi));
    }
    if (ctx.protocol !== 'http' && ctx.protocol !== 'https') {
      throw hostRefused('PROTOCOL_INVALID', 'X-Forwarded-Proto', requestLanguage(strapi));
    }
  }

  return (ctx: Context, next: Next) => {
    refuseWrong(ctx);
    return next();
  };
};
