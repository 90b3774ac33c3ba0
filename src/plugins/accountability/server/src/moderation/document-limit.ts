import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { Refusal, tooMany } from './refusal';
import { commentTable, comments } from './registry';

/**
 * Rate limit of a subject: refuses a comment where too many were stored on it recently. Refused comments do not
 * count, so that nobody can close a subject for others; neither do official answers.
 * @param db the transaction that stores the comment, or a connection for an early check
 * @throws Refusal 429 with the seconds until the next one is accepted
 */
export async function assertBelowLimit(strapi: Core.Strapi, db: Knex, subjectId: string): Promise<void> {
  const { minutes, perSubject } = comments(strapi).rates;
  if (perSubject === 0) return;
  const { table, column } = commentTable(strapi);
  const now = Date.now();
  const window = minutes * 60_000;
  const row: { at: string | number | Date } | undefined = await db(table)
    .where(column('subjectId'), subjectId)
    .where(column('createdAt'), '>', new Date(now - window))
    .whereNot(column('official'), true)
    .orderBy(column('createdAt'), 'desc')
    .offset(perSubject - 1)
    .first({ at: column('createdAt') });
  // Once this one has left the window, there is room for another.
  if (row) throw new Refusal(tooMany(new Date(row.at).getTime() + window - now, 'SUBJECT_FULL'));
}
