import type { Core } from '@strapi/strapi';

import { defineComments } from 'strapi-plugin-accountability/declare';
import { isMailAddress } from 'strapi-plugin-accountability/server';
import { reportReasons } from './comments/report-reasons';
import { listedWords } from './comments/word-lists';
import { digestOrDefault } from '../settings/digest';

/** Comments on commitments; an operator's settings come from the environment. */
export const comments = (env: Core.Config.Shared.ConfigParams['env']) =>
  defineComments({
    contentType: 'api::comment.comment',
    workflow: {
      name: 'moderation',
      approved: 'approved',
      markSpam: 'mark-spam',
      keys: { approve: 'a', reject: 'r', 'mark-spam': 's', hide: 'h', show: 'u', undo: 'u' },
    },
    subject: {
      contentType: 'api::commitment.commitment',
      relation: 'commitment',
      open: 'commentsOpen',
      leads: 'leadAgencies',
    },
    agency: { relation: 'partner', name: 'name' },
    open: env.bool('COMMENTS_OPEN', true),
    honeypot: 'website',
    challenge: {
      required: env.bool('COMMENTS_PROOF_OF_WORK', true),
      cost: env.int('COMMENTS_PROOF_OF_WORK_COST', 5000),
      minutes: 60,
    },
    // Rate limits: requests per minutes; 0 for no limit.
    rates: {
      minutes: 10,
      attemptsPerAddress: env.int('COMMENTS_ATTEMPTS_PER_ADDRESS', 60),
      perAddress: env.int('COMMENTS_PER_ADDRESS', 10),
      perSubject: env.int('COMMENTS_PER_COMMITMENT', 120),
      reportsPerAddress: env.int('COMMENTS_REPORTS_PER_ADDRESS', 10),
    },
    screening: { spamAt: 100, quickestSeconds: 3, links: 2, repeatedDays: 7, words: listedWords },
    reportReasons,
    notices: {
      rejected: 'rejected',
      digest: digestOrDefault(env('COMMENTS_DIGEST')),
      recipients: env.array('COMMENTS_DIGEST_TO', []).filter(isMailAddress),
      mail: Boolean(env('SMTP_HOST')),
    },
    keepDays: {
      addresses: env.int('COMMENTS_KEEP_EMAIL_DAYS', 365),
      reports: env.int('COMMENTS_KEEP_REPORTS_DAYS', 365),
    },
  });
