import { defineWorkflow } from 'strapi-plugin-accountability/declare';
import { MODERATOR_ROLE } from '../../access/roles';
import { MODERATION_STATES } from './moderation-states';

/** What becomes of a comment. Nothing but `approved` is public, so the way there is not either. */
export const moderation = defineWorkflow({
  name: 'moderation',
  contentType: 'api::comment.comment',
  field: 'moderationStatus',
  labels: { ka: 'მოდერაცია', en: 'Moderation' },
  public: false,
  initial: 'pending',
  states: MODERATION_STATES,
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
