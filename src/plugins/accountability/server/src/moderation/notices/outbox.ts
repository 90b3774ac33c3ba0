import type { Core } from '@strapi/strapi';
import { takeLock } from '../../database/exclusive-lock';
import { inTransaction } from '../../database/transaction';
import { isFree, waitAfter } from '../../mail/claims';
import type { MailOutcome } from '../../mail/send-mail';
import { NOTICE } from './content-types';

/** Refused so often in a row, a recipient is taken to be none. */
const REFUSALS = 5;

export interface NoticeKey {
  readonly kind: 'decision' | 'digest';
  readonly recipient: string;
}

/** How far telling a recipient has come. */
export interface Notice {
  readonly id: number;
  readonly told: string | null;
  readonly claimedAt: string | null;
  readonly failures: number | null;
  readonly notBefore: string | null;
}

/** What a recipient has been told; null where nothing yet. */
export const noticeOf = (strapi: Core.Strapi, key: NoticeKey): Promise<Notice | null> =>
  strapi.db.query(NOTICE).findOne({ where: { ...key } });

/**
 * Takes a notice for this instance to send. An instance that dies over it leaves it to the others after a while.
 * @param isTold whether what has been told already is enough
 * @returns null where it was told, is being told, or has to wait
 */
export function claimNotice(
  strapi: Core.Strapi,
  key: NoticeKey,
  isTold: (told: string | null) => boolean,
  now: Date,
): Promise<Notice | null> {
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, 'comment-notices');
    const notices = strapi.db.query(NOTICE);
    const known = await noticeOf(strapi, key);
    if (!known) return (await notices.create({ data: { ...key, claimedAt: now, failures: 0 } })) as Notice;
    if (isTold(known.told) || !isFree(known, now)) return null;
    await notices.update({ where: { id: known.id }, data: { claimedAt: now } });
    return known;
  });
}

/** Gives a claimed notice back with nothing to tell. */
export async function releaseNotice(strapi: Core.Strapi, { id }: Notice): Promise<void> {
  await strapi.db.query(NOTICE).updateMany({ where: { id }, data: { claimedAt: null } });
}

const failuresWith = ({ failures }: Pick<Notice, 'failures'>): number => (failures ?? 0) + 1;

/** Whether a claimed notice is given up where this is what comes of it. Pure. */
export const isGivenUp = (notice: Pick<Notice, 'failures'>, outcome: MailOutcome): boolean =>
  outcome === 'refused' && failuresWith(notice) >= REFUSALS;

/**
 * Writes down what came of a claimed notice. What was not sent is tried again, later each time; a recipient whom the
 * server keeps refusing is left alone until there is something else to tell.
 * @param told what was in it
 */
export async function settleNotice(
  strapi: Core.Strapi,
  notice: Notice,
  told: string,
  outcome: MailOutcome,
  now: Date,
): Promise<void> {
  const failures = failuresWith(notice);
  const isOver = outcome === 'sent' || isGivenUp(notice, outcome);
  const data = isOver
    ? { told, claimedAt: null, failures: 0, notBefore: null }
    : { claimedAt: null, failures, notBefore: new Date(now.getTime() + waitAfter(failures)) };
  // It may be gone: an author was erased meanwhile.
  await strapi.db.query(NOTICE).updateMany({ where: { id: notice.id }, data });
}
