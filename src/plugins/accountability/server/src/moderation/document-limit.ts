import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { Refusal, tooMany } from './refusal';
import { commentTable, comments } from './registry';

/**
 * Refuses a comment on a subject that has got as many as it takes at a time. Counted are the comments that are stored
 * there, so that nothing that was refused can close it for others; official answers are none of the public's.
 * @param db the transaction that stores the comment, or a connection for a look beforehand
 * @throws Refusal 429 with the seconds after which the next one is taken
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
  // Once this one is older than the window, there is room for another.
  if (row) throw new Refusal(tooMany(new Date(row.at).getTime() + window - now, 'SUBJECT_FULL'));
}
