import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { eraseFollower } from '../follow/erase-follower';
import { uidOf, workflowConfig } from '../workflow/registry';
import { STATUS_CHANGE } from '../workflow/uids';
import { anonymousName } from './anonymous';
import { PARENT } from './attributes';
import { asModeration } from './authorship/engine-write';
import { COMMENT_REPORT } from './content-types';
import { NOTICE } from './notices/content-types';
import { commentTable, comments } from './registry';
import { deleteOutcomes } from './consume-challenge';

/** Texts of moderators about a comment, where the content type has them: they may contain its author's name. */
const NOTES = 'moderationNote';

export interface Erasure {
  readonly email: string;
  /** `anonymise` keeps the texts and removes the author; `remove` deletes the comments. */
  readonly mode: 'anonymise' | 'remove';
  /** Dry run: counts without changing anything. */
  readonly dryRun?: boolean;
}

/** Numbers of comments, of reports about them, and of what the address follows or has asked to follow. */
export interface Erased {
  readonly comments: number;
  readonly reports: number;
  readonly follows: number;
}

interface Found {
  readonly documentId: string;
  readonly language: string | null;
}

/**
 * Erases an author from all comments with the address, ignoring its letter case, and from what it follows, in one
 * transaction; public comments get a change log entry. Moderators' decisions stay in the history without their
 * reasons, and reports without their details: both may contain the author's name. Deleted comments take their reports
 * along; others' answers to them remain, without a parent.
 */
export function eraseAuthor(strapi: Core.Strapi, { email, mode, dryRun = false }: Erasure): Promise<Erased> {
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, CONTENT_LOCK);
    const found = await commentsOf(strapi, trx, email);
    const ids = found.map(({ documentId }) => documentId);
    const reports = await inBatches(ids, async (some) => reportsAbout(strapi, trx, some).count({ n: '*' }));
    const { follows, requests } = await eraseFollower(strapi, trx, { email, dryRun });
    const counts = {
      comments: found.length,
      reports: reports.reduce((sum, [row]) => sum + Number(row?.n ?? 0), 0),
      follows: follows + requests,
    };
    if (dryRun) return counts;
    for (const comment of found) {
      await asModeration(() =>
        mode === 'remove' ? remove(strapi, comment, new Set(ids)) : anonymise(strapi, comment),
      );
    }
    await inBatches(ids, (some) => deleteTraces(strapi, trx, some, mode));
    return counts;
  });
}

const AT_ONCE = 500;

async function inBatches<T>(ids: readonly string[], work: (some: string[]) => PromiseLike<T>): Promise<T[]> {
  const results: T[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    results.push(await work(ids.slice(start, start + AT_ONCE)));
  }
  return results;
}

/** Latest first: answers before their parents. */
async function commentsOf(strapi: Core.Strapi, trx: Knex.Transaction, email: string): Promise<Found[]> {
  const { table, column } = commentTable(strapi);
  const address = column('authorEmail');
  const given = email.normalize('NFC').trim();
  return (
    trx(table)
      // The form stores lower case; older comments may differ. SQLite's `lower` covers A to Z only.
      .whereRaw('lower(??) in (lower(?), ?)', [address, given, given.toLowerCase()])
      .orderBy('id', 'desc')
      .select({ documentId: column('documentId'), language: column('language') })
  );
}

const reportsAbout = (strapi: Core.Strapi, trx: Knex.Transaction, ids: readonly string[]) =>
  trx(strapi.db.metadata.get(COMMENT_REPORT).tableName).whereIn('comment_id', [...ids]);

async function anonymise(strapi: Core.Strapi, { documentId, language }: Found): Promise<void> {
  const { contentType } = comments(strapi);
  const uid = uidOf(contentType);
  const { languages } = workflowConfig(strapi);
  await strapi.documents(uid).update({
    documentId,
    data: {
      authorName: anonymousName(language ?? languages[0] ?? ''),
      authorEmail: null,
      wantsNotice: false,
      textFingerprint: null,
      ...(NOTES in strapi.contentType(uid).attributes && { [NOTES]: null }),
    },
  } as never);
}

/**
 * Deletes a comment.
 * @param removed those deleted with it: their answers need no new parent
 */
async function remove(
  strapi: Core.Strapi,
  { documentId }: Found,
  removed: ReadonlySet<string>,
): Promise<void> {
  const uid = uidOf(comments(strapi).contentType);
  const answers: { documentId: string }[] = await strapi.db.query(uid).findMany({
    select: ['documentId'],
    where: { parentId: documentId },
  });
  for (const answer of answers.filter((one) => !removed.has(one.documentId))) {
    await strapi.documents(uid).update({ documentId: answer.documentId, data: { [PARENT]: null } } as never);
  }
  await strapi.documents(uid).delete({ documentId } as never);
}

/** Rows about comments in the engine's own tables. */
async function deleteTraces(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  ids: readonly string[],
  mode: Erasure['mode'],
): Promise<void> {
  const tableOf = (uid: string) => trx(strapi.db.metadata.get(uid).tableName);
  const reports = reportsAbout(strapi, trx, ids);
  await (mode === 'remove' ? reports.delete() : reports.update({ details: null }));
  await deleteOutcomes(strapi, trx, ids);
  await tableOf(NOTICE)
    .where({ kind: 'decision' })
    .whereIn('recipient', [...ids])
    .delete();
  await tableOf(STATUS_CHANGE)
    .where({ subject_type: comments(strapi).contentType })
    .whereIn('subject_id', [...ids])
    .update({ reason: null, fields: null });
}
