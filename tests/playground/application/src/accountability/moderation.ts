import { defineWorkflow } from 'strapi-plugin-accountability/declare';

export const moderation = defineWorkflow({
  name: 'moderation',
  contentType: 'api::comment.comment',
  field: 'moderationStatus',
  labels: { en: 'Moderation', fr: 'Modération' },
  public: false,
  initial: 'pending',
  states: [
    { code: 'pending', labels: { en: 'Pending', fr: 'En attente' }, colour: '#a15c00', awaiting: true },
    { code: 'approved', labels: { en: 'Approved', fr: 'Approuvé' }, colour: '#1d7a46' },
    { code: 'rejected', labels: { en: 'Rejected', fr: 'Rejeté' }, colour: '#b3261e' },
    { code: 'spam', labels: { en: 'Spam', fr: 'Indésirable' }, colour: '#5f6b7a' },
  ],
  transitions: [
    { name: 'approve', labels: { en: 'Approve', fr: 'Approuver' }, from: ['pending'], to: 'approved' },
    {
      name: 'reject',
      labels: { en: 'Reject', fr: 'Rejeter' },
      from: ['pending'],
      to: 'rejected',
      reason: 'required',
    },
    { name: 'mark-spam', labels: { en: 'Spam', fr: 'Indésirable' }, from: ['pending'], to: 'spam' },
    {
      name: 'undo',
      labels: { en: 'Undo', fr: 'Annuler' },
      from: ['approved', 'rejected', 'spam'],
      to: 'pending',
    },
  ],
});
