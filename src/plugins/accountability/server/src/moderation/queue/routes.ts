import type { Core } from '@strapi/strapi';
import { declaredComments } from '../registry';
import { ANSWER_OFFICIALLY, ERASE_AUTHOR, READ_QUEUE } from './permissions';

const route = (method: 'GET' | 'POST', path: string, name: string, permission: string) => ({
  method,
  path: `/moderation/${path}`,
  handler: `moderation-queue.${name}`,
  config: {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [permission] } },
    ],
  },
});

/** Routes of the queue for the panel, below `/accountability`; none without comments. */
export const queueRoutes = (strapi: Core.Strapi) =>
  declaredComments(strapi)
    ? [
        route('GET', 'setup', 'setup', READ_QUEUE),
        route('GET', 'counts', 'counts', READ_QUEUE),
        route('GET', 'comments', 'list', READ_QUEUE),
        route('GET', 'subjects', 'subjects', READ_QUEUE),
        route('GET', 'agencies', 'agencies', ANSWER_OFFICIALLY),
        route('GET', 'comments/:documentId/lead-agency', 'leadAgency', ANSWER_OFFICIALLY),
        route('GET', 'comments/:documentId', 'context', READ_QUEUE),
        route('POST', 'comments/:documentId/answers', 'answer', ANSWER_OFFICIALLY),
        route('POST', 'comments/:documentId/settled-reports', 'settle', READ_QUEUE),
        route('POST', 'comments/:documentId/erased-author', 'eraseAuthor', ERASE_AUTHOR),
      ]
    : [];
