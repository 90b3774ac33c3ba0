import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CHANGE } from '../change-log/content-types';
import { takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { FOLLOW, FOLLOW_LOCK, FOLLOW_REQUEST, FOLLOWER } from './content-types';
import type { FollowRhythm } from './schedule';
import { currentSlot } from './site-days';
import { shownSubject, type ShownSubject } from './subjects';
import { digestOfToken, newKey } from './tokens';

/** What a confirmation link is about. */
export interface PendingFollow {
  /** Null for a document that is not public any more. */
  readonly subject: ShownSubject | null;
  readonly rhythm: FollowRhythm;
  readonly isConfirmed: boolean;
}

interface RequestRow {
  readonly id: number;
  readonly email: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly rhythm: FollowRhythm;
  readonly language: string;
  readonly confirmedAt: string | null;
}

async function requestOf(strapi: Core.Strapi, token: string, now: Date): Promise<RequestRow | null> {
  const tokenDigest = digestOfToken(token);
  if (tokenDigest === null) return null;
  return strapi.db.query(FOLLOW_REQUEST).findOne({ where: { tokenDigest, expiresAt: { $gt: now } } });
}

/** Reads a confirmation link and changes nothing; null for an unknown or expired one. @param language of the reader */
export async function pendingFollow(
  strapi: Core.Strapi,
  token: string,
  language: string,
  now = new Date(),
): Promise<PendingFollow | null> {
  const request = await requestOf(strapi, token, now);
  if (!request) return null;
  const { subjectType, subjectId, rhythm } = request;
  return {
    subject: await shownSubject(strapi, subjectType, subjectId, language),
    rhythm,
    isConfirmed: Boolean(request.confirmedAt),
  };
}

/** End of the change log. @param db the transaction that is running, if one is */
export async function endOfChanges(strapi: Core.Strapi, db: Knex = strapi.db.connection): Promise<number> {
  const row = (await db(strapi.db.metadata.get(CHANGE).tableName).max({ last: 'id' }).first()) as
    { last: number | string | null } | undefined;
  return Number(row?.last ?? 0);
}

/**
 * Confirms a request: from now on its address follows the document. Done once: a link that is used again changes
 * nothing, even after its follower has left.
 * @returns false for an unknown or expired link
 */
export function confirmFollow(strapi: Core.Strapi, token: string, now = new Date()): Promise<boolean> {
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, FOLLOW_LOCK);
    const request = await requestOf(strapi, token, now);
    if (!request) return false;
    if (request.confirmedAt || request.email === null) return true;
    const { email, language } = request;
    await addFollow(strapi, trx, await followerKey(strapi, email, language), request, now);
    // Others that wait for the same document would only change it back.
    const { subjectType, subjectId } = request;
    await trx(tableOf(strapi))
      .where({ email, subject_type: subjectType, subject_id: subjectId })
      .whereNot({ id: request.id })
      .delete();
    // The address is where it is needed from now on.
    await strapi.db
      .query(FOLLOW_REQUEST)
      .update({ where: { id: request.id }, data: { confirmedAt: now, email: null, sender: null } });
    return true;
  });
}

const tableOf = (strapi: Core.Strapi): string => strapi.db.metadata.get(FOLLOW_REQUEST).tableName;

/** The key of an address that follows something; made for a new one. */
async function followerKey(strapi: Core.Strapi, email: string, language: string): Promise<string> {
  const followers = strapi.db.query(FOLLOWER);
  const known = (await followers.findOne({ where: { email } })) as { id: number; key: string } | null;
  if (known) {
    await followers.update({
      where: { id: known.id },
      data: { language, failures: 0, notBefore: null },
    });
    return known.key;
  }
  const key = newKey();
  await followers.create({ data: { email, key, language, failures: 0 } });
  return key;
}

/** Has a follower follow a document from now on, or in another rhythm than before. */
async function addFollow(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  follower: string,
  { subjectType, subjectId, rhythm, language }: RequestRow,
  now: Date,
): Promise<void> {
  const follows = strapi.db.query(FOLLOW);
  const where = { follower, subjectType, subjectId };
  const slot = currentSlot(strapi, rhythm, now);
  const data = { rhythm, language, confirmedAt: now, slot };
  // What no digest has reported yet will still be reported.
  if ((await follows.updateMany({ where, data })).count > 0) return;
  await follows.create({
    data: { ...where, ...data, key: newKey(), position: await endOfChanges(strapi, trx) },
  });
}
