import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { commentTable } from './registry';
import type { WrittenComment } from './comment-form';
import type { Outcome } from './spend-challenge';

/**
 * The comment that was stored already from the same challenge or form with the same content: its answer was lost on
 * the way, and the sender has tried again. Compared with what is stored, so that nothing about an author is kept for
 * it; a comment whose author was erased is another one.
 * @returns its documentId, null where there is none
 */
export async function storedBefore(
  strapi: Core.Strapi,
  db: Knex,
  outcomes: readonly Outcome[],
  subjectId: string,
  comment: WrittenComment,
): Promise<string | null> {
  const ids = outcomes.flatMap(({ kind, documentId }) => (kind === 'stored' ? [documentId] : []));
  if (ids.length === 0) return null;
  const { table, column } = commentTable(strapi);
  const row: { documentId: string } | undefined = await db(table)
    .whereIn(column('documentId'), ids)
    .where({
      [column('subjectId')]: subjectId,
      [column('parentId')]: comment.parent ?? '',
      [column('authorName')]: comment.authorName,
      [column('authorEmail')]: comment.authorEmail,
      [column('body')]: comment.body,
      [column('language')]: comment.locale,
    })
    .first({ documentId: column('documentId') });
  return row?.documentId ?? null;
}
