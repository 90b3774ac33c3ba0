import { internalType } from '../database/internal-type';

export const SPENT_CHALLENGE = 'plugin::accountability.spent-challenge';
export const COMMENT_REPORT = 'plugin::accountability.comment-report';

/** Used challenges, and readers' reports. */
export const moderationTypes = {
  'spent-challenge': internalType({
    singular: 'spent-challenge',
    plural: 'spent-challenges',
    table: 'accountability_spent_challenges',
    displayName: 'Spent challenge',
    attributes: {
      nonce: { type: 'string', required: true },
      /** The challenge expires then, and the row is deleted. */
      expiresAt: { type: 'datetime', required: true },
      /** Fingerprint of the submission, so that a repeated one gets the same answer; empty where it was refused. */
      outcome: { type: 'string' },
    },
    // Unique over all instances: this enforces single use.
    indexes: [
      { name: 'acc_challenges_nonce_uq', columns: ['nonce'], type: 'unique' },
      { name: 'acc_challenges_expires_ix', columns: ['expires_at'] },
    ],
  }),
  'comment-report': internalType({
    singular: 'comment-report',
    plural: 'comment-reports',
    table: 'accountability_comment_reports',
    displayName: 'Comment report',
    attributes: {
      /** documentId of the comment. */
      commentId: { type: 'string', required: true },
      reason: { type: 'string', required: true },
      details: { type: 'text' },
      /** Keyed hash of the reporter and day: the same person reports a comment once a day. */
      reporter: { type: 'string', required: true },
      at: { type: 'datetime', required: true },
      /** When a moderator dismissed it. */
      settledAt: { type: 'datetime' },
    },
    indexes: [
      { name: 'acc_reports_reporter_uq', columns: ['comment_id', 'reporter'], type: 'unique' },
      { name: 'acc_reports_at_ix', columns: ['at'] },
    ],
  }),
};
