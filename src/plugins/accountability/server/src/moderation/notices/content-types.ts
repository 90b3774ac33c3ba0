import { internalType } from '../../database/internal-type';

export const NOTICE = 'plugin::accountability.comment-notice';

/**
 * What has been told to whom: authors by the documentId of their comment, moderators by a keyed hash. No address is
 * kept. What is to be told stands in the comments and their history; a row here only says how far that has come.
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
      /** The decision that was told, or up to when a digest has told everything. */
      told: { type: 'string' },
      /** Since when an instance has been sending it. */
      claimedAt: { type: 'datetime' },
      /** How often in a row it could not be sent, and before when it is not tried again. */
      failures: { type: 'integer' },
      notBefore: { type: 'datetime' },
    },
    indexes: [{ name: 'acc_notices_recipient_uq', columns: ['kind', 'recipient'], type: 'unique' }],
  }),
};
