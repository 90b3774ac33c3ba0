import type { Core } from '@strapi/strapi';
import { tellAuthors, type Sent } from './notify-authors';
import { tellModerators, type SentDigest } from './notify-moderators';

export interface NoticesResult {
  readonly authors: Sent;
  readonly moderators: SentDigest;
}

/**
 * Sends what is to be told by mail at this moment: decisions to authors, digests to moderators. What is to be told is
 * read from what is stored, so nothing is lost by a mail server that is down or a process that ends. May run on
 * several instances at once.
 */
export async function sendNotices(strapi: Core.Strapi, now = new Date()): Promise<NoticesResult> {
  return { authors: await tellAuthors(strapi, now), moderators: await tellModerators(strapi, now) };
}
