import { internalType } from '../../database/internal-type';

export const NOTICE = 'plugin::accountability.comment-notice';

/**
 * Delivery state of notices: to authors by the documentId of their comment, to moderators by a keyed hash. No
 * address is stored. The content of a notice is read from comments and their history.
 */
export const noticeTypes = {
  'comment-notice': internalType({
    singular: 'comment-notice',
    plural: 'comment-notices',
    table: 'accountability_comment_notices',
    displayName: 'Comment notice',
    attributes: {
      /** `decision` or `digest`. */
      kind: { type: 'string', required: true },
      recipient: { type: 'string', required: true },
      /** The decision that was sent, or the time up to which digests were sent. */
      told: { type: 'string' },
      /** When an instance claimed it. */
      claimedAt: { type: 'datetime' },
      /** Number of consecutive failures, and time of the next attempt. */
      failures: { type: 'integer' },
      notBefore: { type: 'datetime' },
    },
    indexes: [{ name: 'acc_notices_recipient_uq', columns: ['kind', 'recipient'], type: 'unique' }],
  }),
};
