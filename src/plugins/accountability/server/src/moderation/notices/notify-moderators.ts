import type { Core } from '@strapi/strapi';
import { languageCodes } from '../../languages/site-languages';
import { recipientKey } from '../../mail/recipient-key';
import { recipientLanguages } from '../../mail/recipient-languages';
import { sendMail, type MailOutcome } from '../../mail/send-mail';
import { siteToday } from '../../dates/day-start';
import { comments } from '../registry';
import { digestMail, digestSubject, type DigestData } from './digest';
import { moderatorAddresses } from './moderators';
import { claimNotice, isGivenUp, noticeOf, settleNotice, type Notice, type NoticeKey } from './outbox';
import { queueUrl } from './site-urls';
import { digestTime } from './digest-schedule';
import { loadDigestData, isAnythingNew } from './waiting';
import type { Sent } from './notify-authors';

/** Recipient key of the log, without a mail server. */
const LOG = 'log';

export interface SentDigest extends Sent {
  /** Digests that were only logged. */
  readonly logged: number;
}

/**
 * Sends each moderator the comments since the last digest, once over all instances and at most at the configured
 * frequency. After a failure a later digest covers them.
 */
export async function notifyModerators(strapi: Core.Strapi, now: Date): Promise<SentDigest> {
  const { digest, mail } = comments(strapi).notices;
  const result = { sent: 0, failed: 0, logged: 0 };
  if (digest === 'off') return result;
  const until = digestTime(digest, now, (moment) => siteToday(strapi, moment).start);
  for (const recipient of mail ? await moderatorAddresses(strapi) : [LOG]) {
    const outcome = await sendDigest(strapi, recipient, until, now);
    if (outcome === null) continue;
    if (recipient === LOG) result.logged += 1;
    else result[outcome === 'sent' ? 'sent' : 'failed'] += 1;
    if (outcome === 'unreachable') break;
  }
  return result;
}

/** @returns null where there is nothing new, or another instance handles the recipient */
async function sendDigest(
  strapi: Core.Strapi,
  recipient: string,
  until: Date,
  now: Date,
): Promise<MailOutcome | null> {
  const key: NoticeKey = { kind: 'digest', recipient: recipientKey(strapi, recipient) };
  const slot = until.toISOString();
  const isSent = (sent: string | null): boolean => sent !== null && sent >= slot;
  const sinceOf = (sent: string | null | undefined) => ({ from: sent ? new Date(sent) : null, until });

  const known = await noticeOf(strapi, key);
  if (isSent(known?.told ?? null) || !(await isAnythingNew(strapi, sinceOf(known?.told)))) return null;
  const claim = await claimNotice(strapi, key, isSent, now);
  if (!claim) return null;
  const languages = recipient === LOG ? languageCodes(strapi) : await recipientLanguages(strapi, recipient);
  const facts = await loadDigestData(strapi, sinceOf(claim.told), languages);
  const outcome = facts ? await deliver(strapi, { recipient, languages }, facts, claim) : 'sent';
  await settleNotice(strapi, claim, slot, outcome, now);
  return facts ? outcome : null;
}

async function deliver(
  strapi: Core.Strapi,
  { recipient, languages }: { recipient: string; languages: readonly string[] },
  facts: DigestData,
  claim: Notice,
): Promise<MailOutcome> {
  if (recipient === LOG) {
    // Numbers only: neither addresses nor texts of comments may be logged.
    strapi.log.info(`No digest is sent, no mail server is set: ${digestSubject(facts, languages)}`);
    return 'sent';
  }
  const mail = digestMail(facts, languages, queueUrl(strapi));
  return sendMail(strapi, 'A digest of comments', { to: recipient, ...mail }, (outcome) =>
    isGivenUp(claim, outcome),
  );
}
