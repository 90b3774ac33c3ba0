import { MODERATOR_ROLE } from '../../access/roles';
import { defineWorkflow } from '../../plugins/accountability/server/src/workflow/definition';

/** What becomes of a comment. Nothing but `approved` is public, so the way there is not either. */
export const moderation = defineWorkflow({
  name: 'moderation',
  contentType: 'api::comment.comment',
  field: 'moderationStatus',
  labels: { ka: 'მოდერაცია', en: 'Moderation' },
  public: false,
  initial: 'pending',
  states: [
    {
      code: 'pending',
      labels: { ka: 'განხილვის მოლოდინში', en: 'Awaiting review' },
      colour: '#1f5fbf',
      awaiting: true,
    },
    { code: 'approved', labels: { ka: 'დამტკიცებული', en: 'Approved' }, colour: '#1d7a46', terminal: true },
    { code: 'rejected', labels: { ka: 'უარყოფილი', en: 'Rejected' }, colour: '#a3262a', terminal: true },
    { code: 'spam', labels: { ka: 'სპამი', en: 'Spam' }, colour: '#5f6b7a', terminal: true },
    { code: 'hidden', labels: { ka: 'დამალული', en: 'Hidden' }, colour: '#a15c00', terminal: true },
  ],
  transitions: [
    {
      name: 'approve',
      labels: { ka: 'დამტკიცება', en: 'Approve' },
      from: ['pending'],
      to: 'approved',
      roles: [MODERATOR_ROLE],
    },
    {
      name: 'reject',
      labels: { ka: 'უარყოფა', en: 'Reject' },
      from: ['pending'],
      to: 'rejected',
      roles: [MODERATOR_ROLE],
      reason: 'required',
    },
    {
      name: 'mark-spam',
      labels: { ka: 'სპამად მონიშვნა', en: 'Mark as spam' },
      from: ['pending'],
      to: 'spam',
      roles: [MODERATOR_ROLE],
    },
    {
      name: 'hide',
      labels: { ka: 'დამალვა', en: 'Hide' },
      from: ['approved'],
      to: 'hidden',
      roles: [MODERATOR_ROLE],
      reason: 'required',
    },
    {
      name: 'show',
      labels: { ka: 'გამოჩენა', en: 'Show again' },
      from: ['hidden'],
      to: 'approved',
      roles: [MODERATOR_ROLE],
    },
    {
      name: 'undo',
      labels: { ka: 'გადაწყვეტილების გაუქმება', en: 'Undo' },
      from: ['approved', 'rejected', 'spam'],
      to: 'pending',
      roles: [MODERATOR_ROLE],
    },
  ],
});
