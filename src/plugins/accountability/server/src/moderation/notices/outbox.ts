import type { Core } from '@strapi/strapi';
import { takeLock } from '../../database/exclusive-lock';
import { inTransaction } from '../../database/transaction';
import { isFree, waitAfter } from '../../mail/claims';
import type { MailOutcome } from '../../mail/send-mail';
import { NOTICE } from './content-types';

/** Consecutive rejections after which a recipient counts as invalid. */
const REFUSALS = 5;

export interface NoticeKey {
  readonly kind: 'decision' | 'digest';
  readonly recipient: string;
}

/** Delivery state of a recipient. */
export interface Notice {
  readonly id: number;
  /** What was sent last: the digest time or the state of the comment. */
  readonly told: string | null;
  readonly claimedAt: string | null;
  readonly failures: number | null;
  readonly notBefore: string | null;
}

/** What was sent to a recipient; null for nothing yet. */
export const noticeOf = (strapi: Core.Strapi, key: NoticeKey): Promise<Notice | null> =>
  strapi.db.query(NOTICE).findOne({ where: { ...key } });

/**
 * Claims a notice for this instance. The claim of a crashed instance expires.
 * @param isSent whether what was sent already is enough
 * @returns null where it was sent, is claimed, or waits for a retry
 */
export function claimNotice(
  strapi: Core.Strapi,
  key: NoticeKey,
  isSent: (sent: string | null) => boolean,
  now: Date,
): Promise<Notice | null> {
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, 'comment-notices');
    const notices = strapi.db.query(NOTICE);
    const known = await noticeOf(strapi, key);
    if (!known) return (await notices.create({ data: { ...key, claimedAt: now, failures: 0 } })) as Notice;
    if (isSent(known.told) || !isFree(known, now)) return null;
    await notices.update({ where: { id: known.id }, data: { claimedAt: now } });
    return known;
  });
}

/** Releases a claimed notice without sending. */
export async function releaseNotice(strapi: Core.Strapi, { id }: Notice): Promise<void> {
  await strapi.db.query(NOTICE).updateMany({ where: { id }, data: { claimedAt: null } });
}

const failuresWith = ({ failures }: Pick<Notice, 'failures'>): number => (failures ?? 0) + 1;

/** Whether a claimed notice is given up after this outcome. Pure. */
export const isGivenUp = (notice: Pick<Notice, 'failures'>, outcome: MailOutcome): boolean =>
  outcome === 'refused' && failuresWith(notice) >= REFUSALS;

/**
 * Stores the outcome of a claimed notice. Failures are retried with growing delays; an invalid recipient is skipped
 * until there is something new.
 * @param content what was in it: the digest time or the state of the comment
 */
export async function settleNotice(
  strapi: Core.Strapi,
  notice: Notice,
  content: string,
  outcome: MailOutcome,
  now: Date,
): Promise<void> {
  const failures = failuresWith(notice);
  const isOver = outcome === 'sent' || isGivenUp(notice, outcome);
  const data = isOver
    ? { told: content, claimedAt: null, failures: 0, notBefore: null }
    : { claimedAt: null, failures, notBefore: new Date(now.getTime() + waitAfter(failures)) };
  // It may be deleted: an author was erased meanwhile.
  await strapi.db.query(NOTICE).updateMany({ where: { id: notice.id }, data });
}
