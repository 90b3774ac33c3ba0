import type { Core } from '@strapi/strapi';
import { inTransaction } from '../database/transaction';
import { countFollowAttempt } from './attempts';
import { declaredFollow } from './config';
import { confirmFollow, pendingFollow } from './confirm';
import { FOLLOW } from './content-types';
import { eraseFollower } from './erase-follower';
import { readFollowForm, type FollowForm, type SentFields } from './follow-form';
import { leave, readLeaving } from './leave';
import { requestFollow } from './request-follow';
import { deleteExpiredFollows } from './retention';
import { sendConfirmations } from './send-confirmations';
import { sendDigests } from './send-digests';
import { findSubject } from './subjects';

const NOTHING = { sent: 0, failed: 0 };

const followService = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Whether anything can be followed: it takes a declaration and a mail server. */
  isOpen: (): boolean => declaredFollow(strapi)?.mail ?? false,

  countAttempt: (ip: string): number => countFollowAttempt(strapi, ip),
  find: (documentId: string, language: string) => findSubject(strapi, documentId, language),
  readForm: (fields: SentFields) => readFollowForm(fields),
  request: (form: FollowForm, by: { language: string; ip: string; now?: Date }) =>
    requestFollow(strapi, form, by),
  pending: (token: string, language: string, now?: Date) => pendingFollow(strapi, token, language, now),
  confirm: (token: string, now?: Date) => confirmFollow(strapi, token, now),
  leaving: (token: string, language: string) => readLeaving(strapi, token, language),
  leave: (token: string, everything?: boolean) => leave(strapi, token, everything),

  /** Sends all that is due: confirmations, then digests. May run on several instances at once. */
  async run(now = new Date()) {
    if (!declaredFollow(strapi)?.mail) return { confirmations: NOTHING, digests: NOTHING };
    return { confirmations: await sendConfirmations(strapi, now), digests: await sendDigests(strapi, now) };
  },

  /** Deletes what is older than it is kept. */
  forget: (now?: Date) => deleteExpiredFollows(strapi, now),

  /** Erases an address from all that it follows or has asked to follow. */
  erase: (erasure: { email: string; dryRun?: boolean }) =>
    inTransaction(strapi, (trx) => eraseFollower(strapi, trx, erasure)),

  /** How many follow a document. */
  count: (subjectType: string, subjectId: string): Promise<number> =>
    strapi.db.query(FOLLOW).count({ where: { subjectType, subjectId } }),
});

/** `strapi.plugin('accountability').service('follow')`. */
export default followService;
export type FollowService = ReturnType<typeof followService>;
