import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { ownOrigin } from './host';
import { withoutSlashes } from './without-slashes';
import { openDataPath } from '../export/register';

interface ServerSettings {
  readonly url?: string;
  readonly host?: string;
  readonly port: number;
  readonly proxy?: { readonly koa?: boolean };
}

/**
 * Absolute address of the site, without a trailing slash: the configured one, else that of HOST, else the request's
 * host. A proxy's host takes precedence over the server's own, which only the proxy sees.
 */
export function siteUrl(strapi: Core.Strapi, ctx: Context): string {
  const { url = '', host = '', port, proxy } = strapi.config.get<ServerSettings>('server');
  if (/^https?:\/\//.test(url)) return withoutSlashes(url);
  const own = proxy?.koa ? null : ownOrigin(host, port);
  // A request of HTTP/1.0 may have no host.
  const asked = ctx.host ? ctx.origin : strapi.config.get<string>('server.absoluteUrl');
  return withoutSlashes(`${own ?? asked}${url}`);
}

/** Absolute address of open data. */
export const openDataUrl = (strapi: Core.Strapi, ctx: Context): string =>
  `${siteUrl(strapi, ctx)}${openDataPath(strapi)}`;

/** Value of Content-Disposition for a download with a file name (RFC 6266, RFC 8187). */
export function attachment(filename: string): string {
  const ascii = filename.replace(/[^\x20-\x7E]|["\\]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(filename)}`;
}
