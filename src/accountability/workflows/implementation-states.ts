import type { StateDeclaration } from 'strapi-plugin-accountability/declare';
import { word } from '../../words/word';

/** States of implementation. Suspended and withdrawn say nothing about progress: no weight. */
export const IMPLEMENTATION_STATES = [
  {
    code: 'not-started',
    labels: word('vocabularies', 'not-started'),
    colour: '#5f6b7a',
    progressWeight: 0,
  },
  {
    code: 'in-progress',
    labels: word('vocabularies', 'in-progress'),
    colour: '#1f5fbf',
    progressWeight: 50,
  },
  { code: 'delayed', labels: word('vocabularies', 'delayed'), colour: '#a15c00', progressWeight: 25 },
  {
    code: 'completed',
    labels: word('vocabularies', 'completed'),
    colour: '#1d7a46',
    terminal: true,
    progressWeight: 100,
  },
  // Not completed when the plan ended: final, and contributes no progress.
  {
    code: 'not-completed',
    labels: word('vocabularies', 'not-completed'),
    colour: '#7a4a2b',
    terminal: true,
    progressWeight: 0,
  },
  { code: 'suspended', labels: word('vocabularies', 'suspended'), colour: '#6b3fa0' },
  { code: 'withdrawn', labels: word('vocabularies', 'withdrawn'), colour: '#a3262a', terminal: true },
] as const satisfies readonly StateDeclaration[];

export type ImplementationState = (typeof IMPLEMENTATION_STATES)[number]['code'];

/** Final states. */
export const TERMINAL_STATES: readonly string[] = IMPLEMENTATION_STATES.filter(
  (state: StateDeclaration) => state.terminal,
).map(({ code }) => code);
