import type { Core } from '@strapi/strapi';
import { withoutSlashes } from '../../http/without-slashes';
import { uidOf } from '../../workflow/registry';
import { comments } from '../registry';
import { secretFor } from '../secrets';
import { unsubscribeToken } from './unsubscribe-link';

/** The moderators' queue, below the panel's address. */
const QUEUE = '/plugins/accountability/moderation';

/** Address of the moderators' queue. */
export const queueUrl = (strapi: Core.Strapi): string =>
  `${withoutSlashes(strapi.config.get<string>('admin.absoluteUrl', ''))}${QUEUE}`;

/** Public address of the site, without a trailing slash. */
export const siteUrl = (strapi: Core.Strapi): string =>
  withoutSlashes(strapi.config.get<string>('server.absoluteUrl', ''));

/** Path of the unsubscribe page, below the content API's prefix. */
export const unsubscribePath = (strapi: Core.Strapi): string =>
  `/${strapi.contentType(uidOf(comments(strapi).contentType)).info.pluralName}/unsubscribe`;

/** The secret of unsubscribe links. */
export const unsubscribeSecret = (strapi: Core.Strapi): string => secretFor(strapi, 'unsubscribe');

/** The unsubscribe address of a comment. */
export const unsubscribeUrl = (strapi: Core.Strapi, commentId: string): string =>
  `${siteUrl(strapi)}${strapi.config.get<string>('api.rest.prefix', '/api')}${unsubscribePath(strapi)}/` +
  unsubscribeToken(unsubscribeSecret(strapi), commentId);
