import type { Core } from '@strapi/strapi';
import { takeLock } from '../database/exclusive-lock';
import { inTransaction } from '../database/transaction';
import { addressKeyOf } from '../moderation/address-key-of';
import { followConfig } from './config';
import { FOLLOW_REQUEST } from './content-types';
import type { FollowForm } from './follow-form';
import { findSubject } from './subjects';

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** What became of a request; nothing in it depends on who follows what already. */
export type RequestOutcome =
  | { readonly kind: 'taken' }
  | { readonly kind: 'unknown-subject' }
  | { readonly kind: 'too-many'; readonly milliseconds: number };

/**
 * Stores a request to follow a document; its confirmation mail goes out after the answer. The answer is the same for
 * an address that follows already, and for one that too many mails have gone to, which gets none.
 * @param ip address of the sender
 */
export async function requestFollow(
  strapi: Core.Strapi,
  { subjectId, email, rhythm, isHoneypotFilled }: FollowForm,
  { language, ip, now = new Date() }: { language: string; ip: string; now?: Date },
): Promise<RequestOutcome> {
  const { rates, confirmDays } = followConfig(strapi);
  const subject = await findSubject(strapi, subjectId, language);
  if (!subject) return { kind: 'unknown-subject' };
  if (isHoneypotFilled) return { kind: 'taken' };
  const sender = addressKeyOf(strapi, ip);
  const since = (milliseconds: number) => ({ $gt: new Date(now.getTime() - milliseconds) });
  return inTransaction(strapi, async (trx): Promise<RequestOutcome> => {
    await takeLock(strapi, trx, 'follow-requests');
    const requests = strapi.db.query(FOLLOW_REQUEST);
    const sent = await requests.count({ where: { sender, requestedAt: since(rates.minutes * MINUTE_MS) } });
    if (rates.perSender > 0 && sent >= rates.perSender) {
      return { kind: 'too-many', milliseconds: rates.minutes * MINUTE_MS };
    }
    const mailed = await requests.count({ where: { email, requestedAt: since(DAY_MS) } });
    const isFull = rates.mailsPerAddress > 0 && mailed >= rates.mailsPerAddress;
    await requests.create({
      data: {
        subjectType: subject.contentType,
        subjectId,
        rhythm,
        language,
        // Counted for its sender all the same.
        email: isFull ? null : email,
        sender,
        requestedAt: now,
        expiresAt: new Date(now.getTime() + confirmDays * DAY_MS),
        failures: 0,
      },
    });
    return { kind: 'taken' };
  });
}
