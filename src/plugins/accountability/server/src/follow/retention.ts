import type { Core } from '@strapi/strapi';
import { takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { followConfig } from './config';
import { FOLLOW, FOLLOW_LOCK, FOLLOW_REQUEST } from './content-types';
import { deleteIdleFollowers } from './leave';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Numbers of deleted rows. */
export interface DeletedFollows {
  readonly requests: number;
  readonly follows: number;
  readonly followers: number;
}

/**
 * Deletes requests that have expired, what was followed for longer than it is kept, what follows a deleted document,
 * and addresses that follow nothing. May run on several instances at once.
 */
export function deleteExpiredFollows(strapi: Core.Strapi, now = new Date()): Promise<DeletedFollows> {
  const { keepDays, subjects } = followConfig(strapi);
  const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, FOLLOW_LOCK);
    const requests = await trx(tableOf(FOLLOW_REQUEST)).where('expires_at', '<', now).delete();
    let follows = 0;
    if (keepDays > 0) {
      follows += await trx(tableOf(FOLLOW))
        .where('confirmed_at', '<', new Date(now.getTime() - keepDays * DAY_MS))
        .delete();
    }
    follows += await trx(tableOf(FOLLOW))
      .whereNotIn(
        'subject_type',
        subjects.map(({ contentType }) => contentType),
      )
      .delete();
    for (const { contentType } of subjects) {
      follows += await trx(tableOf(FOLLOW))
        .where({ subject_type: contentType })
        .whereNotIn('subject_id', trx(tableOf(contentType)).distinct('document_id'))
        .delete();
    }
    return { requests, follows, followers: await deleteIdleFollowers(strapi, trx) };
  });
}
