import { defineWorkflow } from 'strapi-plugin-accountability/declare';
import { EDITOR_ROLE } from '../../access/roles';

/** Who may publish what: an approval stands for the draft as it was read, so a change ends it. */
export const editorial = defineWorkflow({
  name: 'editorial',
  contentType: 'api::commitment.commitment',
  labels: { ka: 'რედაქტირება', en: 'Editorial review' },
  public: false,
  initial: 'draft',
  publishing: { needs: 'approved', editLeadsTo: 'draft' },
  states: [
    { code: 'draft', labels: { ka: 'სამუშაო ვერსია', en: 'Draft' }, colour: '#5f6b7a' },
    { code: 'in-review', labels: { ka: 'განხილვაშია', en: 'In review' }, colour: '#1f5fbf', awaiting: true },
    { code: 'approved', labels: { ka: 'დამტკიცებულია', en: 'Approved' }, colour: '#1d7a46' },
    { code: 'sent-back', labels: { ka: 'დაბრუნებულია', en: 'Sent back' }, colour: '#a15c00' },
  ],
  transitions: [
    {
      name: 'submit',
      labels: { ka: 'განსახილველად გაგზავნა', en: 'Submit for review' },
      from: ['draft', 'sent-back'],
      to: 'in-review',
      reason: 'optional',
      roles: [EDITOR_ROLE],
    },
    // Approving is for whoever an administrator trusts with it.
    { name: 'approve', labels: { ka: 'დამტკიცება', en: 'Approve' }, from: ['in-review'], to: 'approved' },
    {
      name: 'send-back',
      labels: { ka: 'დაბრუნება', en: 'Send back' },
      from: ['in-review', 'approved'],
      to: 'sent-back',
      reason: 'required',
    },
  ],
});
