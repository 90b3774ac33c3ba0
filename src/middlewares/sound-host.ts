import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

import { isHost, requestLanguage } from 'strapi-plugin-accountability/server';
import { hostRefused } from '../request-guards/request-host/refusal';

const FORWARDED = 'X-Forwarded-Host';

/**
 * Refuses requests whose `Host` is no host and port, or that have several: absolute addresses are made of it where the
 * site's own is not configured. What a proxy says of the host and the protocol is held to the same, where there is one.
 * @throws ValidationError (400) with `details.code` `HOST_INVALID` or `PROTOCOL_INVALID`
 */
export default (_config: unknown, { strapi }: { strapi: Core.Strapi }) => {
  const isProxied = strapi.config.get<boolean>('server.proxy.koa', false);

  function refuseWrong(ctx: Context): void {
    const hosts = ctx.req.headersDistinct.host ?? [];
    // A client of HTTP/1.0 may leave it out.
    if (hosts.length > 1 || hosts.some((host) => !isHost(host))) {
      throw hostRefused('HOST_INVALID', 'Host', requestLanguage(strapi));
    }
    if (!isProxied) return;
    // Each proxy adds its own; the outermost one says what was asked for.
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
