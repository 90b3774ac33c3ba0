import type { Core } from '@strapi/strapi';
import { languageCodes } from '../../languages/site-languages';
import { sendMail } from '../../mail/send-mail';
import { comments } from '../registry';
import { authorMail } from './author-mail';
import { decisionOf, commentsToNotify, type Decision } from './decisions';
import { claimNotice, isGivenUp, releaseNotice, settleNotice } from './outbox';
import { siteUrl, unsubscribeUrl } from './site-urls';
import { subjectTitles } from './subject-titles';

/** Number of mails that were sent, and that failed. */
export interface Sent {
  readonly sent: number;
  readonly failed: number;
}

/**
 * Notifies authors who asked for it of each decision, once over all instances. Stops early where no mail server
 * answers; the rest is sent later.
 */
export async function notifyAuthors(strapi: Core.Strapi, now: Date): Promise<Sent> {
  const result = { sent: 0, failed: 0 };
  if (!comments(strapi).notices.mail) return result;
  for (const commentId of await commentsToNotify(strapi, now)) {
    const known = await decisionOf(strapi, commentId);
    if (!known) continue;
    const key = { kind: 'decision', recipient: commentId } as const;
    const claim = await claimNotice(strapi, key, (sent) => sent === known.state, now);
    if (!claim) continue;
    // Checked again after claiming: the author may have been erased, or have unsubscribed.
    const decision = await decisionOf(strapi, commentId);
    if (decision?.state !== known.state) {
      await releaseNotice(strapi, claim);
      continue;
    }
    const outcome = await sendMail(
      strapi,
      'A notice to an author',
      await mailOf(strapi, decision),
      (outcome) => isGivenUp(claim, outcome),
    );
    await settleNotice(strapi, claim, decision.state, outcome, now);
    result[outcome === 'sent' ? 'sent' : 'failed'] += 1;
    if (outcome === 'unreachable') break;
  }
  return result;
}

async function mailOf(strapi: Core.Strapi, decision: Decision) {
  const { workflow } = comments(strapi);
  const languages = languageCodes(strapi);
  const language = languages.find((code) => code === decision.language) ?? languages[0]!;
  const titles = await subjectTitles(strapi, [decision.subjectId], [language]);
  return authorMail({
    address: decision.address,
    language,
    isApproved: decision.state === workflow.approved,
    day: decision.day,
    // The subject may have been deleted; its title is then replaced by a general one.
    title: titles.get(decision.subjectId)?.[language] ?? siteUrl(strapi),
    unsubscribe: unsubscribeUrl(strapi, decision.commentId),
  });
}
