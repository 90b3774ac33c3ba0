import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import type { Language } from '../language/request-language';
import { uidOf } from '../workflow/registry';
import { COMMENT_REPORT } from './content-types';
import { sentence } from './refusal';
import { commentTable, comments } from './registry';

/** `anonymise` takes the author away and keeps the text; `remove` takes both. */
export type ErasureMode = 'anonymise' | 'remove';

export interface Erasure {
  /** E-mail address the comments were sent with, in any case. */
  readonly email: string;
  readonly mode: ErasureMode;
  /** Only says what would be done. */
  readonly dryRun?: boolean;
}

/** In how many comments an author was erased, and how. */
export interface Erased {
  readonly anonymised: number;
  readonly removed: number;
  /** Those that others have answered: their text is gone, the place they had in the thread is not. */
  readonly emptied: number;
}

interface OwnComment {
  readonly documentId: string;
  readonly parentId: string | null;
  readonly language: string | null;
}

/**
 * Erases who wrote some comments, by the e-mail address they left. All or nothing, in one transaction. What moderators
 * decided stays in the history; releases that were made before are files and stay as they are.
 */
export async function eraseAuthor(
  strapi: Core.Strapi,
  { email, mode, dryRun = false }: Erasure,
): Promise<Erased> {
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, CONTENT_LOCK);
    const own = await commentsOf(strapi, trx, email);
    const answered = mode === 'remove' ? await answeredByOthers(strapi, trx, own) : new Set<string>();
    const removed = mode === 'remove' ? own.filter(({ documentId }) => !answered.has(documentId)) : [];
    const kept = own.filter((comment) => !removed.includes(comment));
    if (!dryRun) {
      for (const comment of kept) await takeAuthorAway(strapi, comment, mode === 'remove');
      for (const { documentId } of removed) {
        await trx(strapi.db.metadata.get(COMMENT_REPORT).tableName)
          .where({ comment_id: documentId })
          .delete();
        await strapi.documents(uidOf(comments(strapi).contentType)).delete({ documentId });
      }
    }
    const isRemoval = mode === 'remove';
    return {
      anonymised: isRemoval ? 0 : kept.length,
      removed: removed.length,
      emptied: isRemoval ? kept.length : 0,
    };
  });
}

/** Answers before what they answer, so that nothing is removed from under them. */
async function commentsOf(strapi: Core.Strapi, trx: Knex.Transaction, email: string): Promise<OwnComment[]> {
  const { table, column } = commentTable(strapi);
  const rows: OwnComment[] = await trx(table)
    .whereRaw('lower(??) = ?', [column('authorEmail'), email.trim().toLowerCase()])
    .orderBy('id')
    .select({
      documentId: column('documentId'),
      parentId: column('parentId'),
      language: column('language'),
    });
  return rows.sort((one, other) => Number(Boolean(other.parentId)) - Number(Boolean(one.parentId)));
}

async function answeredByOthers(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  own: readonly OwnComment[],
): Promise<ReadonlySet<string>> {
  const { table, column } = commentTable(strapi);
  const ids = own.map(({ documentId }) => documentId);
  const answers: { parentId: string; documentId: string }[] = await trx(table)
    .whereIn(column('parentId'), ids)
    .select({ parentId: column('parentId'), documentId: column('documentId') });
  const known = new Set(ids);
  return new Set(answers.filter(({ documentId }) => !known.has(documentId)).map(({ parentId }) => parentId));
}

async function takeAuthorAway(
  strapi: Core.Strapi,
  { documentId, language }: OwnComment,
  withText: boolean,
): Promise<void> {
  const spoken: Language = language === 'ka' ? 'ka' : 'en';
  await strapi.documents(uidOf(comments(strapi).contentType)).update({
    documentId,
    data: {
      authorName: sentence(spoken, 'ANONYMOUS'),
      authorEmail: null,
      wantsNotice: false,
      textFingerprint: null,
      ...(withText && { body: sentence(spoken, 'TEXT_REMOVED'), screeningReasons: null }),
    },
  } as never);
}
