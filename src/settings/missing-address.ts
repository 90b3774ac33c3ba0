import type { Core } from '@strapi/strapi';
import { ownOrigin } from 'strapi-plugin-accountability/server';

/**
 * Logs a warning, when a server in production begins to listen without a configured address, with what its absolute
 * addresses are made of instead.
 */
export function warnOfMissingAddress(strapi: Core.Strapi): void {
  if (strapi.config.get('environment') !== 'production' || strapi.config.get('server.url')) return;
  const isProxied = strapi.config.get<boolean>('server.proxy.koa', false);
  const own = ownOrigin(strapi.config.get<string>('server.host'), strapi.config.get<number>('server.port'));
  const asked = isProxied ? 'X-Forwarded-Host, which the proxy has to set' : 'Host, which anybody may choose';
  const source = own && !isProxied ? `HOST and PORT (${own})` : `each request's header ${asked}`;
  strapi.server.httpServer.once('listening', () =>
    strapi.log.warn(
      `PUBLIC_URL is not set: absolute addresses in pages, exports and feeds are made of ${source}, ` +
        `in mails of ${strapi.config.get<string>('server.absoluteUrl')}. ` +
        'Set PUBLIC_URL to the address people use, such as https://tracker.example, and start again.',
    ),
  );
}
