import type { Core } from '@strapi/strapi';
import { uidOf } from '../workflow/registry';
import { unsubscribePath } from './notices/site-urls';
import { declaredComments } from './registry';

/** Public; a token makes no difference. */
const open = { auth: false } as const;

/** Routes below the content API's prefix, named after the declared content types; none without comments. */
export function moderationRoutes(strapi: Core.Strapi) {
  const declaration = declaredComments(strapi);
  if (!declaration) return [];
  const plural = (uid: string): string => strapi.contentType(uidOf(uid)).info.pluralName;
  const comments = plural(declaration.contentType);
  const unsubscribe = `${unsubscribePath(strapi)}/:token`;
  const below = `/${plural(declaration.subject.contentType)}/:documentId/${comments}`;
  return [
    { method: 'GET', path: `/${comments}/challenge`, handler: 'moderation.challenge', config: open },
    { method: 'GET', path: `/${comments}/report-reasons`, handler: 'moderation.reasons', config: open },
    { method: 'GET', path: unsubscribe, handler: 'moderation.unsubscribe', config: open },
    { method: 'POST', path: unsubscribe, handler: 'moderation.unsubscribe', config: open },
    { method: 'GET', path: below, handler: 'moderation.list', config: open },
    { method: 'POST', path: below, handler: 'moderation.submit', config: open },
    { method: 'POST', path: `${below}/:commentId/reports`, handler: 'moderation.report', config: open },
  ];
}
