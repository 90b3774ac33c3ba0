import type { StateDeclaration } from 'strapi-plugin-accountability/declare';

/** What can become of a comment. */
export const MODERATION_STATES = [
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
] as const satisfies readonly StateDeclaration[];
