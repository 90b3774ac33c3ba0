import type { Core } from '@strapi/strapi';
import { unsubscribeSecret } from '../../src/plugins/accountability/server/src/moderation/notices/site-urls';
import { unsubscribeToken } from '../../src/plugins/accountability/server/src/moderation/notices/unsubscribe-link';

/** What the link of a mail about a comment ends with. */
export const mailedToken = (strapi: Core.Strapi, commentId: string): string =>
  unsubscribeToken(unsubscribeSecret(strapi), commentId);
