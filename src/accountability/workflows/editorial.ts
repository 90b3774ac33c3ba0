import { defineWorkflow } from 'strapi-plugin-accountability/declare';
import { EDITOR_ROLE } from '../../access/roles';
import { word } from '../../words/word';

/** Editorial review: an approval applies to the draft as it was reviewed, so a change withdraws it. */
export const editorial = defineWorkflow({
  name: 'editorial',
  contentType: 'api::commitment.commitment',
  labels: word('workflows', 'editorial.label'),
  public: false,
  initial: 'draft',
  publishing: { needs: 'approved', editLeadsTo: 'draft' },
  states: [
    { code: 'draft', labels: word('workflows', 'editorial.state.draft'), colour: '#5f6b7a' },
    {
      code: 'in-review',
      labels: word('workflows', 'editorial.state.in-review'),
      colour: '#1f5fbf',
      awaiting: true,
    },
    { code: 'approved', labels: word('workflows', 'editorial.state.approved'), colour: '#1d7a46' },
    { code: 'sent-back', labels: word('workflows', 'editorial.state.sent-back'), colour: '#a15c00' },
  ],
  transitions: [
    {
      name: 'submit',
      labels: word('workflows', 'editorial.submit'),
      from: ['draft', 'sent-back'],
      to: 'in-review',
      reason: 'optional',
      roles: [EDITOR_ROLE],
    },
    // An administrator grants the permission to approve.
    { name: 'approve', labels: word('workflows', 'editorial.approve'), from: ['in-review'], to: 'approved' },
    {
      name: 'send-back',
      labels: word('workflows', 'editorial.send-back'),
      from: ['in-review', 'approved'],
      to: 'sent-back',
      reason: 'required',
    },
  ],
});
