import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** A keyed hash of a recipient: it can be stored, and cannot be guessed without the site's secret. */
export function recipientKey(strapi: Core.Strapi, recipient: string): string {
  const secret = strapi.config.get<string[]>('server.app.keys')[0] ?? '';
  return createHmac('sha256', secret).update(recipient).digest('hex');
}
