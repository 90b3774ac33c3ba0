import type { Core } from '@strapi/strapi';
import { takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { languageCodes } from '../languages/site-languages';
import { isFree, waitAfter, type Claim } from '../mail/claims';
import { sendMail } from '../mail/send-mail';
import { knownLanguage, tokenAddress } from './addresses';
import { followConfig } from './config';
import { confirmationMail } from './confirmation-mail';
import { FOLLOW_REQUEST } from './content-types';
import type { FollowRhythm } from './schedule';
import { shownSubject } from './subjects';
import { digestOfToken, newToken } from './tokens';

/** Per run; the next one continues. */
const AT_ONCE = 200;

interface Waiting extends Claim {
  readonly id: number;
  readonly email: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly rhythm: FollowRhythm;
  readonly language: string;
  readonly failures: number | null;
}

/** Numbers of mails. */
export interface SentMails {
  readonly sent: number;
  readonly failed: number;
}

/**
 * Sends the confirmation mails that wait, each once over all instances. One that fails is tried again until the request
 * expires; without any mail server the others wait for the next run.
 */
export async function sendConfirmations(strapi: Core.Strapi, now: Date): Promise<SentMails> {
  const result = { sent: 0, failed: 0 };
  const waiting: Waiting[] = await strapi.db.query(FOLLOW_REQUEST).findMany({
    where: { sentAt: { $null: true }, email: { $notNull: true }, expiresAt: { $gt: now } },
    orderBy: { id: 'asc' },
    limit: AT_ONCE,
  });
  for (const { id } of waiting.filter((request) => isFree(request, now))) {
    const claimed = await claimRequest(strapi, id, now);
    if (!claimed) continue;
    const { request, token } = claimed;
    const language = knownLanguage(languageCodes(strapi), request.language);
    const subject = await shownSubject(strapi, request.subjectType, request.subjectId, language);
    // Taken back since it was asked for: nothing can be confirmed.
    if (!subject) {
      await strapi.db.query(FOLLOW_REQUEST).deleteMany({ where: { id } });
      continue;
    }
    const outcome = await sendMail(
      strapi,
      'A confirmation of following',
      confirmationMail({
        address: request.email,
        language,
        rhythm: request.rhythm,
        title: subject.title,
        url: tokenAddress(strapi, 'confirm', language, token),
        days: followConfig(strapi).confirmDays,
      }),
    );
    const failures = (request.failures ?? 0) + 1;
    await strapi.db.query(FOLLOW_REQUEST).updateMany({
      where: { id },
      data:
        outcome === 'sent'
          ? { sentAt: now, claimedAt: null, failures: 0, notBefore: null }
          : { claimedAt: null, failures, notBefore: new Date(now.getTime() + waitAfter(failures)) },
    });
    result[outcome === 'sent' ? 'sent' : 'failed'] += 1;
    if (outcome === 'unreachable') break;
  }
  return result;
}

/**
 * Claims a request for this instance, with a token of its own: only its digest is stored.
 * @returns null where it was sent or is claimed
 */
function claimRequest(
  strapi: Core.Strapi,
  id: number,
  now: Date,
): Promise<{ readonly request: Waiting; readonly token: string } | null> {
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, 'follow-mails');
    const requests = strapi.db.query(FOLLOW_REQUEST);
    const request = (await requests.findOne({
      where: { id, sentAt: { $null: true }, email: { $notNull: true } },
    })) as Waiting | null;
    if (!request || !isFree(request, now)) return null;
    const token = newToken();
    await requests.update({ where: { id }, data: { claimedAt: now, tokenDigest: digestOfToken(token) } });
    return { request, token };
  });
}
