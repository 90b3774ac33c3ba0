import type { StateDeclaration } from 'strapi-plugin-accountability/declare';
import { word } from '../../words/word';

/** States of a comment. */
export const MODERATION_STATES = [
  {
    code: 'pending',
    labels: word('vocabularies', 'pending'),
    colour: '#1f5fbf',
    awaiting: true,
  },
  { code: 'approved', labels: word('vocabularies', 'approved'), colour: '#1d7a46', terminal: true },
  { code: 'rejected', labels: word('vocabularies', 'rejected'), colour: '#a3262a', terminal: true },
  { code: 'spam', labels: word('vocabularies', 'spam'), colour: '#5f6b7a', terminal: true },
  { code: 'hidden', labels: word('vocabularies', 'hidden'), colour: '#a15c00', terminal: true },
] as const satisfies readonly StateDeclaration[];
