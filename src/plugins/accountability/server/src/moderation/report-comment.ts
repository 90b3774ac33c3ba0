import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTransaction } from '../database/transaction';
import { addressKeyOf } from './address-key-of';
import { challengeRefused, type SolvedChallenge } from './challenge';
import { COMMENT_REPORT } from './content-types';
import { serializeByKey } from './serialize-by-key';
import { countOne } from './rates';
import { Refusal } from './refusal';
import { commentTable, comments } from './registry';
import { screen } from './screening/score';
import { storeOutcome, consumeChallenge, useOf } from './consume-challenge';
import { publishedSubject } from './commented-document';
import type { WrittenReport } from './report-form';

export interface ReportRequest {
  readonly subjectId: string;
  readonly commentId: string;
  readonly report: WrittenReport;
  /** The solved challenge; null where none is required. */
  readonly challenge: SolvedChallenge | null;
  readonly address: string;
}

/**
 * Stores a reader's report of an approved comment, which returns it to the moderators. The same reader reports a
 * comment once a day, and a certain bot never; the response is the same for both, and for a retry with the same
 * challenge.
 * @throws Refusal 400 for the challenge, 404 for what is not public, 429; nothing is stored then
 */
export function reportComment(strapi: Core.Strapi, request: ReportRequest): Promise<void> {
  const { challenge } = request;
  const work = () => takeReport(strapi, request);
  return challenge ? serializeByKey(strapi, challenge.nonce, work) : work();
}

async function takeReport(
  strapi: Core.Strapi,
  { subjectId, commentId, report, challenge: solved, address }: ReportRequest,
): Promise<void> {
  const { screening, workflow } = comments(strapi);
  // The time a form was shown counts for comments only.
  const challenge = solved && { ...solved, form: null };
  const db = strapi.db.connection as unknown as Knex;
  if (challenge && (await isReportedWith(strapi, db, challenge, commentId))) return;
  await publishedSubject(strapi, subjectId);
  const reporter = addressKeyOf(strapi, address);
  await countOne(strapi, 'report', reporter);
  const { score } = screen(
    {
      name: '',
      body: report.details ?? '',
      trapped: report.trapped,
      // Choosing a reason takes only a moment.
      seconds: null,
      repetitions: 0,
    },
    screening,
  );
  const { table, column, state } = commentTable(strapi);

  await inTransaction(strapi, async (trx) => {
    const found: unknown = await trx(table)
      .where({
        [column('documentId')]: commentId,
        [column('subjectId')]: subjectId,
        [state]: workflow.approved,
      })
      .first('id');
    if (!found) throw new Refusal({ status: 404, code: 'UNKNOWN_COMMENT' });
    if (challenge) {
      // A concurrent request with the same challenge may have been faster.
      const isFirst = await consumeChallenge(strapi, trx, challenge);
      if (!isFirst && (await isReportedWith(strapi, trx, challenge, commentId))) return;
      await storeOutcome(strapi, trx, challenge, { kind: 'reported', documentId: commentId });
    }
    if (score >= screening.spamAt) return;
    const at = new Date();
    const inserted: unknown[] = await trx(strapi.db.metadata.get(COMMENT_REPORT).tableName)
      .insert({ comment_id: commentId, reason: report.reason, details: report.details, reporter, at })
      .onConflict(['comment_id', 'reporter'])
      .ignore()
      .returning('id');
    if (inserted.length === 0) return;
    // Private columns: nothing public has changed.
    await trx(table)
      .where({ [column('documentId')]: commentId })
      .update({
        [column('openReports')]: trx.raw('coalesce(??, 0) + 1', [column('openReports')]),
        [column('reportedAt')]: at,
      });
  });
}

/**
 * Whether a comment was already reported with the challenge.
 * @returns false for an unused challenge
 * @throws Refusal 400 where it was used for something else
 */
async function isReportedWith(
  strapi: Core.Strapi,
  db: Knex,
  challenge: SolvedChallenge,
  commentId: string,
): Promise<boolean> {
  const { isSpent, outcomes } = await useOf(strapi, db, challenge);
  if (!isSpent) return false;
  if (outcomes.some(({ kind, documentId }) => kind === 'reported' && documentId === commentId)) return true;
  throw challengeRefused('CHALLENGE_USED');
}

/** Reports of a comment, latest first; for moderators. */
export async function reportsOf(
  strapi: Core.Strapi,
  commentId: string,
): Promise<{ reason: string; details: string | null; at: string; settledAt: string | null }[]> {
  return strapi.db.query(COMMENT_REPORT).findMany({
    select: ['reason', 'details', 'at', 'settledAt'],
    where: { commentId },
    orderBy: { id: 'desc' },
  });
}

/** Dismisses the open reports of a comment. */
export async function settleReports(strapi: Core.Strapi, commentId: string): Promise<void> {
  const { table, column } = commentTable(strapi);
  await inTransaction(strapi, async (trx) => {
    await trx(strapi.db.metadata.get(COMMENT_REPORT).tableName)
      .where({ comment_id: commentId })
      .whereNull('settled_at')
      .update({ settled_at: new Date() });
    await trx(table)
      .where({ [column('documentId')]: commentId })
      .update({ [column('openReports')]: 0 });
  });
}
