import type { Core } from '@strapi/strapi';
import { inTransaction } from '../database/transaction';
import { siteDay } from '../dates/site-day';
import { takeLock } from '../database/exclusive-lock';
import { isFree } from '../mail/claims';
import { languageCodes } from '../languages/site-languages';
import { recipientKey } from '../mail/recipient-key';
import { recipientLanguages } from '../mail/recipient-languages';
import { sendMail } from '../mail/send-mail';
import { collectItems } from './collect';
import { parseRemindersConfig } from './config';
import { DELIVERY } from './content-types';
import { digestOf, itemsByRecipient, sortItems } from './digest';

export interface ReminderResult {
  readonly sent: number;
  readonly failed: number;
  readonly logged: number;
}

/** `strapi.plugin('accountability').service('reminders')`. */
export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /**
   * Sends each recipient the digest of the day, once: recipients whose digest was sent, or is being sent by another
   * instance, are skipped. A failed one is retried by the next run. An instance that crashes between sending and
   * recording it sends it twice rather than never.
   * @param now the moment of the run; its day at the site is the day of the digest
   * @param onlyUnsent whether to send only what an earlier run could not
   */
  async run({
    now = new Date(),
    onlyUnsent = false,
  }: { now?: Date; onlyUnsent?: boolean } = {}): Promise<ReminderResult> {
    const config = parseRemindersConfig(strapi.config.get('plugin::accountability'));
    const today = siteDay(strapi, now);
    const panelUrl = String(strapi.config.get('admin.absoluteUrl', '')).replace(/\/$/, '');
    const items = await collectItems(strapi, config);
    const result = { sent: 0, failed: 0, logged: 0 };
    for (const [recipient, own] of itemsByRecipient(items, config.recipients)) {
      const languages = config.mail ? await recipientLanguages(strapi, recipient) : languageCodes(strapi);
      const digest = digestOf(sortItems(own, today, config.daysAhead), languages, panelUrl);
      if (!digest) continue;
      if (!config.mail) {
        if (onlyUnsent) continue;
        // The subject contains numbers only: neither addresses nor titles may be logged.
        strapi.log.info(`Reminder not sent, no mail server is set: ${digest.subject}`);
        result.logged += 1;
        continue;
      }
      const claim = await claimDelivery(strapi, recipient, today, onlyUnsent);
      if (claim === null) continue;
      const isSent = (await sendMail(strapi, 'A reminder', { to: recipient, ...digest })) === 'sent';
      await settle(strapi, claim, isSent);
      result[isSent ? 'sent' : 'failed'] += 1;
    }
    return result;
  },
});

/**
 * Claims a recipient's delivery of the day, or an earlier one that failed.
 * @returns its id; null where it was sent, is being sent, or where only failed ones are requested and there is none
 */
async function claimDelivery(
  strapi: Core.Strapi,
  recipient: string,
  day: string,
  onlyUnsent: boolean,
): Promise<number | null> {
  const key = recipientKey(strapi, recipient);
  return inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, 'reminders');
    const deliveries = strapi.db.query(DELIVERY);
    const known = (await deliveries.findMany({
      where: { recipient: key, $or: [{ day }, { sentAt: null }] },
    })) as {
      id: number;
      claimedAt: string | null;
      sentAt: string | null;
    }[];
    if (known.some(({ sentAt }) => sentAt)) return null;
    const [unsent] = known;
    const claimedAt = new Date();
    if (unsent) {
      if (!isFree(unsent, claimedAt)) return null;
      await deliveries.update({ where: { id: unsent.id }, data: { claimedAt, day } });
      return unsent.id;
    }
    if (onlyUnsent) return null;
    const made = (await deliveries.create({ data: { recipient: key, day, claimedAt } })) as { id: number };
    return made.id;
  });
}

async function settle(strapi: Core.Strapi, id: number, isSent: boolean): Promise<void> {
  await strapi.db
    .query(DELIVERY)
    .update({ where: { id }, data: isSent ? { sentAt: new Date() } : { claimedAt: null } });
}
