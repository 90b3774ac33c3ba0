import { defineWorkflow } from 'strapi-plugin-accountability/declare';
import { MODERATOR_ROLE } from '../../access/roles';
import { MODERATION_STATES } from './moderation-states';
import { word } from '../../words/word';

/** Moderation of comments. Only `approved` is public, so the history is not public either. */
export const moderation = defineWorkflow({
  name: 'moderation',
  contentType: 'api::comment.comment',
  field: 'moderationStatus',
  labels: word('workflows', 'moderation.label'),
  public: false,
  initial: 'pending',
  states: MODERATION_STATES,
  transitions: [
    {
      name: 'approve',
      labels: word('workflows', 'moderation.approve'),
      from: ['pending'],
      to: 'approved',
      roles: [MODERATOR_ROLE],
    },
    {
      name: 'reject',
      labels: word('workflows', 'moderation.reject'),
      from: ['pending'],
      to: 'rejected',
      roles: [MODERATOR_ROLE],
      reason: 'required',
    },
    {
      name: 'mark-spam',
      labels: word('workflows', 'moderation.mark-spam'),
      from: ['pending'],
      to: 'spam',
      roles: [MODERATOR_ROLE],
    },
    {
      name: 'hide',
      labels: word('workflows', 'moderation.hide'),
      from: ['approved'],
      to: 'hidden',
      roles: [MODERATOR_ROLE],
      reason: 'required',
    },
    {
      name: 'show',
      labels: word('workflows', 'moderation.show'),
      from: ['hidden'],
      to: 'approved',
      roles: [MODERATOR_ROLE],
    },
    {
      name: 'undo',
      labels: word('workflows', 'moderation.undo'),
      from: ['approved', 'rejected', 'spam'],
      to: 'pending',
      roles: [MODERATOR_ROLE],
    },
  ],
});
