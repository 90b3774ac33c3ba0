import type { Core } from '@strapi/strapi';
import { notifyAuthors, type Sent } from './notify-authors';
import { notifyModerators, type SentDigest } from './notify-moderators';

export interface NoticesResult {
  readonly authors: Sent;
  readonly moderators: SentDigest;
}

/**
 * Sends all pending mails: decisions to authors, digests to moderators. Their content is read from the database, so
 * that neither a mail server's outage nor a crash loses any. May run on several instances at once.
 */
export async function sendNotices(strapi: Core.Strapi, now = new Date()): Promise<NoticesResult> {
  return { authors: await notifyAuthors(strapi, now), moderators: await notifyModerators(strapi, now) };
}
