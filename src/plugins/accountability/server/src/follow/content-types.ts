import { internalType } from '../database/internal-type';

export const FOLLOW_REQUEST = 'plugin::accountability.follow-request';
export const FOLLOWER = 'plugin::accountability.follower';
export const FOLLOW = 'plugin::accountability.follow';

/** The lock of everything that adds followers or takes them away. */
export const FOLLOW_LOCK = 'follows';

const subject = {
  subjectType: { type: 'string', required: true },
  subjectId: { type: 'string', required: true },
  /** `daily` or `weekly`. */
  rhythm: { type: 'string', required: true },
  language: { type: 'string', required: true },
};

/** State of a mail to somebody until it has been sent. */
const delivery = {
  /** When an instance claimed it. */
  claimedAt: { type: 'datetime' },
  /** Number of consecutive failures, and time of the next attempt. */
  failures: { type: 'integer' },
  notBefore: { type: 'datetime' },
};

/** Who follows what by mail. An address is in `follower`, and in a request until it is confirmed or expires. */
export const followTypes = {
  'follow-request': internalType({
    singular: 'follow-request',
    plural: 'follow-requests',
    table: 'accountability_follow_requests',
    displayName: 'Follow request',
    attributes: {
      ...subject,
      /** Empty once it is confirmed, and where too many mails have gone to the address. */
      email: { type: 'string', private: true },
      /** Keyed hash of the sender's network and day, for the rate limit. */
      sender: { type: 'string', private: true },
      /** Digest of the token in the mail; the token itself is nowhere. */
      tokenDigest: { type: 'string', private: true },
      requestedAt: { type: 'datetime', required: true },
      /** It is deleted then. */
      expiresAt: { type: 'datetime', required: true },
      sentAt: { type: 'datetime' },
      confirmedAt: { type: 'datetime' },
      ...delivery,
    },
    indexes: [
      { name: 'acc_follow_requests_token_uq', columns: ['token_digest'], type: 'unique' },
      { name: 'acc_follow_requests_email_ix', columns: ['email', 'requested_at'] },
      { name: 'acc_follow_requests_sender_ix', columns: ['sender', 'requested_at'] },
      { name: 'acc_follow_requests_sent_ix', columns: ['sent_at'] },
      { name: 'acc_follow_requests_expires_ix', columns: ['expires_at'] },
    ],
  }),
  follower: internalType({
    singular: 'follower',
    plural: 'followers',
    table: 'accountability_followers',
    displayName: 'Follower',
    attributes: {
      email: { type: 'string', required: true, private: true },
      /** Random: what the links of mails name, and `follow` refers to. */
      key: { type: 'string', required: true, private: true },
      /** Of the latest confirmation: the language of the digests. */
      language: { type: 'string', required: true },
      ...delivery,
    },
    indexes: [
      { name: 'acc_followers_email_uq', columns: ['email'], type: 'unique' },
      { name: 'acc_followers_key_uq', columns: ['key'], type: 'unique' },
    ],
  }),
  follow: internalType({
    singular: 'follow',
    plural: 'follows',
    table: 'accountability_follows',
    displayName: 'Follow',
    attributes: {
      ...subject,
      /** Key of the follower. */
      follower: { type: 'string', required: true, private: true },
      /** Random: what the link that ends it names. */
      key: { type: 'string', required: true, private: true },
      confirmedAt: { type: 'datetime', required: true },
      /** Number of the last entry of the change log that digests have reported. */
      position: { type: 'integer', required: true },
      /** Time of the latest digest that was due, in ISO 8601. */
      slot: { type: 'string', required: true },
    },
    indexes: [
      {
        name: 'acc_follows_subject_uq',
        columns: ['follower', 'subject_type', 'subject_id'],
        type: 'unique',
      },
      { name: 'acc_follows_key_uq', columns: ['key'], type: 'unique' },
      { name: 'acc_follows_slot_ix', columns: ['rhythm', 'slot'] },
      { name: 'acc_follows_document_ix', columns: ['subject_type', 'subject_id'] },
    ],
  }),
};
