import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CONTENT_LOCK, takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { SYSTEM } from '../workflow/actor';
import { makeMove } from '../workflow/moves';
import { uidOf } from '../workflow/registry';
import { addressKey } from './address-key';
import { PARENT } from './attributes';
import { asModeration } from './authorship/engine-write';
import { solvedChallenge, type SolvedChallenge } from './challenge';
import { assertCanBeAnswered } from './parent';
import { countOne } from './rates';
import { Refusal } from './refusal';
import { commentTable, comments } from './registry';
import { textFingerprint } from './screening/fingerprint';
import { screen } from './screening/score';
import { secretFor } from './secrets';
import { shownSince, spendChallenge } from './spend-challenge';
import { publishedSubject, type Subject } from './subject';
import type { WrittenComment } from './comment-form';

/** What came with a comment. */
export interface Submission {
  readonly subjectId: string;
  readonly comment: WrittenComment;
  /** Where it came from; it is counted by and not kept. */
  readonly address: string;
}

/** What stands for the address of a request today. */
export const addressKeyOf = (strapi: Core.Strapi, address: string): string =>
  addressKey(secretFor(strapi, 'address'), address);

/** The solved challenge, null where the site asks for none. @throws Refusal 400 */
export const requiredChallenge = async (
  strapi: Core.Strapi,
  altcha: string | null,
): Promise<SolvedChallenge | null> =>
  comments(strapi).challenge.required ? solvedChallenge(secretFor(strapi, 'challenge'), altcha) : null;

/**
 * Takes a comment: what is cheap to refuse is refused first, the database writes last. It awaits moderation then; one
 * of a certain bot is spam, and its sender is told the same.
 * @returns the documentId, once it is stored for good
 * @throws Refusal 400 for the challenge or the parent, 403 where comments are closed, 404, 429; nothing is stored then
 */
export async function submitComment(
  strapi: Core.Strapi,
  { subjectId, comment, address }: Submission,
): Promise<string> {
  const challenge = await requiredChallenge(strapi, comment.altcha);
  const subject = await publishedSubject(strapi, subjectId, comment.locale);
  if (!subject.isOpen) throw new Refusal({ status: 403, code: 'COMMENTS_CLOSED' });
  await countOne(strapi, 'address', addressKeyOf(strapi, address));
  await countOne(strapi, 'subject', subjectId);

  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, CONTENT_LOCK);
    if (challenge) await spendChallenge(strapi, trx, challenge);
    if (comment.parent) await assertCanBeAnswered(strapi, trx, subjectId, comment.parent);
    return store(strapi, trx, subject, comment, challenge);
  });
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

/** How often the same text has come lately, from whomever. */
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
