import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { SYSTEM } from '../workflow/actor';
import { makeMove } from '../workflow/moves';
import { uidOf } from '../workflow/registry';
import { addressKeyOf } from './address-key-of';
import { PARENT } from './attributes';
import { asModeration } from './authorship/engine-write';
import { challengeRefused, type SolvedChallenge } from './challenge';
import { serializeByKey } from './serialize-by-key';
import { replyRefusal } from './parent';
import { countOne } from './rates';
import { Refusal } from './refusal';
import { commentTable, comments } from './registry';
import { assertBelowLimit } from './document-limit';
import { textFingerprint } from './screening/fingerprint';
import { screen } from './screening/score';
import { storeOutcome, shownSince, consumeChallenge, useOf } from './consume-challenge';
import { storedBefore } from './repeated-submission';
import { publishedSubject, type Subject } from './commented-document';
import type { WrittenComment } from './comment-form';

/** Data of a submission. */
export interface Submission {
  readonly subjectId: string;
  readonly comment: WrittenComment;
  /** The solved challenge; null where none is required. */
  readonly challenge: SolvedChallenge | null;
  /** Address of the client; used for rate limits and not stored. */
  readonly address: string;
}

/**
 * Stores a comment: cheap checks first, the write to the database last. It then awaits moderation; one of a certain
 * bot is marked as spam, with the same response. A retry with the same challenge and content gets the first
 * response again.
 *
 * A used challenge is found before anything is counted. A challenge is used by what is stored with it, and by an
 * answer that is refused because of its parent, since that has taken the content lock.
 * @returns the documentId, once committed
 * @throws Refusal 400 for the challenge or the parent, 403 where comments are closed, 404, 429; nothing is stored
 * then
 */
export function submitComment(strapi: Core.Strapi, submission: Submission): Promise<string> {
  const { challenge } = submission;
  const work = () => submit(strapi, submission);
  return challenge ? serializeByKey(strapi, challenge.nonce, work) : work();
}

async function submit(strapi: Core.Strapi, submission: Submission): Promise<string> {
  const { subjectId, comment, address } = submission;
  const db = strapi.db.connection as unknown as Knex;
  const before = await sentBefore(strapi, db, submission);
  if (before !== null) return before;
  const subject = await publishedSubject(strapi, subjectId, comment.locale);
  if (!subject.isOpen) throw new Refusal({ status: 403, code: 'COMMENTS_CLOSED' });
  await assertBelowLimit(strapi, db, subjectId);
  await countOne(strapi, 'address', addressKeyOf(strapi, address));

  const taken = await inTransaction(strapi, (trx) => takeOnce(strapi, trx, subject, submission));
  if (taken instanceof Refusal) throw taken;
  return taken;
}

/**
 * The comment that was stored with the challenge before, null for an unused challenge.
 * @throws Refusal 400 where it was used for something else
 */
async function sentBefore(
  strapi: Core.Strapi,
  db: Knex,
  { subjectId, comment, challenge }: Submission,
): Promise<string | null> {
  if (!challenge) return null;
  const { isSpent, outcomes } = await useOf(strapi, db, challenge);
  const documentId = await storedBefore(strapi, db, outcomes, subjectId, comment);
  if (documentId === null && isSpent) throw challengeRefused('CHALLENGE_USED');
  return documentId;
}

/** @returns the documentId, or a refusal that must not roll back the use of the challenge */
async function takeOnce(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  subject: Subject,
  submission: Submission,
): Promise<string | Refusal> {
  const { subjectId, comment, challenge } = submission;
  // Before the lock: a concurrent request with the same challenge waits here without blocking others.
  if (challenge && !(await consumeChallenge(strapi, trx, challenge))) {
    return (await sentBefore(strapi, trx, submission)) ?? challengeRefused('CHALLENGE_USED');
  }
  await takeLock(strapi, trx, CONTENT_LOCK);
  if (challenge) {
    // The same form may have been submitted meanwhile with another challenge.
    const { outcomes } = await useOf(strapi, trx, challenge);
    const before = await storedBefore(strapi, trx, outcomes, subjectId, comment);
    if (before !== null) return before;
  }
  await assertBelowLimit(strapi, trx, subjectId);
  const refusal = comment.parent && (await replyRefusal(strapi, trx, subjectId, comment.parent));
  if (refusal) return refusal;
  const documentId = await store(strapi, trx, subject, comment, challenge);
  if (challenge) await storeOutcome(strapi, trx, challenge, { kind: 'stored', documentId });
  return documentId;
}

async function store(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { documentId, locale }: Subject,
  comment: WrittenComment,
  challenge: SolvedChallenge | null,
): Promise<string> {
  const { contentType, subject, screening, workflow } = comments(strapi);
  const fingerprint = textFingerprint(comment.body);
  const shownAt = challenge && (await shownSince(strapi, trx, challenge));
  const { score, reasons } = screen(
    {
      name: comment.authorName,
      body: comment.body,
      trapped: comment.trapped,
      seconds: shownAt && (Date.now() - shownAt.getTime()) / 1000,
      repetitions: await repetitionsOf(strapi, trx, fingerprint),
    },
    screening,
  );
  const data = {
    [subject.relation]: { documentId, ...(locale && { locale }) },
    ...(comment.parent && { [PARENT]: comment.parent }),
    authorName: comment.authorName,
    authorEmail: comment.authorEmail,
    body: comment.body,
    language: comment.locale,
    wantsNotice: comment.wantsNotice,
    official: false,
    screeningScore: score,
    screeningReasons: reasons,
    textFingerprint: fingerprint,
  };
  const created = await asModeration(() => strapi.documents(uidOf(contentType)).create({ data } as never));
  if (score >= screening.spamAt) {
    await makeMove(
      strapi,
      {
        contentType,
        documentId: created.documentId,
        workflow: workflow.name,
        transition: workflow.markSpam,
      },
      SYSTEM,
    );
  }
  return created.documentId;
}

/** Number of recent comments with the same text, by anyone. */
async function repetitionsOf(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  fingerprint: string,
): Promise<number> {
  const { repeatedDays } = comments(strapi).screening;
  const { table, column } = commentTable(strapi);
  const since = new Date(Date.now() - repeatedDays * 24 * 60 * 60 * 1000);
  const row: { count?: number | string } | undefined = await trx(table)
    .where(column('textFingerprint'), fingerprint)
    .where(column('createdAt'), '>', since)
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}
