import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { secretFor } from '../moderation/secrets';
import { FOLLOW, FOLLOW_LOCK, FOLLOWER } from './content-types';
import { shownSubject, type ShownSubject } from './subjects';
import { leaveTargetOf, leaveToken, type LeaveTarget } from './tokens';

/** What a link that ends mails is about. */
export interface Leaving {
  readonly kind: LeaveTarget['kind'];
  /** The followed document; null for all, and for one that is not public or not followed any more. */
  readonly subject: ShownSubject | null;
  /** Whether it has ended already. */
  readonly isOver: boolean;
}

const secretOf = (strapi: Core.Strapi): string => secretFor(strapi, 'follow');

/** The token of a link that ends mails. */
export const leaveTokenOf = (strapi: Core.Strapi, target: LeaveTarget): string =>
  leaveToken(secretOf(strapi), target);

interface FollowRow {
  readonly follower: string;
  readonly subjectType: string;
  readonly subjectId: string;
}

const followOf = (strapi: Core.Strapi, key: string): Promise<FollowRow | null> =>
  strapi.db.query(FOLLOW).findOne({ where: { key } });

/** Reads a link that ends mails and changes nothing; null for a forged one. @param language of the reader */
export async function readLeaving(
  strapi: Core.Strapi,
  token: string,
  language: string,
): Promise<Leaving | null> {
  const target = leaveTargetOf(secretOf(strapi), token);
  if (!target) return null;
  if (target.kind === 'all') {
    const followers = await strapi.db.query(FOLLOWER).count({ where: { key: target.key } });
    return { kind: 'all', subject: null, isOver: followers === 0 };
  }
  const follow = await followOf(strapi, target.key);
  if (!follow) return { kind: 'follow', subject: null, isOver: true };
  const { subjectType, subjectId } = follow;
  return {
    kind: 'follow',
    subject: await shownSubject(strapi, subjectType, subjectId, language),
    isOver: false,
  };
}

/**
 * Ends following by a link; who has left already has nothing to leave.
 * @param everything whether all that its follower follows is meant, whatever the link is about
 * @returns false for a forged link
 */
export function leave(strapi: Core.Strapi, token: string, everything = false): Promise<boolean> {
  const target = leaveTargetOf(secretOf(strapi), token);
  if (!target) return Promise.resolve(false);
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, FOLLOW_LOCK);
    const follower = target.kind === 'all' ? target.key : (await followOf(strapi, target.key))?.follower;
    if (follower === undefined) return true;
    const ended = everything || target.kind === 'all' ? { follower } : { key: target.key };
    await trx(tableOf(strapi, FOLLOW)).where(ended).delete();
    await deleteIdleFollowers(strapi, trx, follower);
    return true;
  });
}

const tableOf = (strapi: Core.Strapi, uid: string): string => strapi.db.metadata.get(uid).tableName;

/** Deletes followers, or one of them, who follow nothing: their address is not needed. @returns how many */
export const deleteIdleFollowers = (
  strapi: Core.Strapi,
  db: Knex,
  key: string | null = null,
): Promise<number> => {
  const followers = tableOf(strapi, FOLLOWER);
  return db(followers)
    .modify((query) => void (key !== null && query.where({ key })))
    .whereNotExists((exists) =>
      exists.from({ f: tableOf(strapi, FOLLOW) }).whereRaw('f.follower = ??', [`${followers}.key`]),
    )
    .delete();
};
