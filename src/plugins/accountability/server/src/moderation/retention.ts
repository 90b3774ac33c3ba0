import type { Core } from '@strapi/strapi';
import { COMMENT_REPORT, SPENT_CHALLENGE } from './content-types';
import { deleteOldRates } from './rates';
import { commentTable, comments } from './registry';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Numbers of deleted rows. */
export interface DeletedData {
  readonly challenges: number;
  readonly addresses: number;
  readonly reports: number;
}

/**
 * Deletes expired rate limits and challenges, and e-mail addresses and reports older than their retention. May run
 * on several instances at once.
 */
export async function applyRetention(strapi: Core.Strapi, now = new Date()): Promise<DeletedData> {
  const { keepDays } = comments(strapi);
  const { table, column } = commentTable(strapi);
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const knex = strapi.db.connection;
  await deleteOldRates(strapi, now);
  const challenges = await knex(strapi.db.metadata.get(SPENT_CHALLENGE).tableName)
    .where('expires_at', '<', now)
    .delete();
  const addresses =
    keepDays.addresses === 0
      ? 0
      : await knex(table)
          .whereNotNull(column('authorEmail'))
          .where(column('createdAt'), '<', before(keepDays.addresses))
          .update({ [column('authorEmail')]: null, [column('wantsNotice')]: false });
  const reports =
    keepDays.reports === 0
      ? 0
      : await knex(strapi.db.metadata.get(COMMENT_REPORT).tableName)
          .where('at', '<', before(keepDays.reports))
          .delete();
  return { challenges, addresses, reports };
}
