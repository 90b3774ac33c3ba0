import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { commentTable } from './registry';
import type { WrittenComment } from './comment-form';
import type { Outcome } from './consume-challenge';

/**
 * The comment that was already stored from the same challenge or form with the same content: a retry of a client
 * that did not receive the response. Compared with stored comments, so that no further data about the author is
 * kept; a comment whose author was erased does not match.
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
