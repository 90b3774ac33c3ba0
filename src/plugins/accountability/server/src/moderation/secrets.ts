import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** A secret per purpose, derived from the site's first key: the same on every instance. */
export function secretFor(strapi: Core.Strapi, purpose: string): string {
  const [key = ''] = strapi.config.get<string[]>('server.app.keys');
  return createHmac('sha256', key).update(`moderation:${purpose}`).digest('hex');
}
