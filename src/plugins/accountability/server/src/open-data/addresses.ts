import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { withoutSlashes } from '../http/without-slashes';
import { openDataPath } from './register';

/** Absolute address of the site, without a slash at its end: the configured one, or the host the request came to. */
export function siteUrl(strapi: Core.Strapi, ctx: Context): string {
  const configured = strapi.config.get<string>('server.url', '');
  const base = /^https?:\/\//.test(configured) ? configured : `${ctx.origin}${configured}`;
  return withoutSlashes(base);
}

/** Absolute address of open data. */
export const openDataUrl = (strapi: Core.Strapi, ctx: Context): string =>
  `${siteUrl(strapi, ctx)}${openDataPath(strapi)}`;

/** Value of Content-Disposition that saves the answer under a name (RFC 6266, RFC 8187). */
export function attachment(filename: string): string {
  const ascii = filename.replace(/[^\x20-\x7E]|["\\]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(filename)}`;
}
