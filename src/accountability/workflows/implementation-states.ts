import type { StateDeclaration } from 'strapi-plugin-accountability/declare';

/** How far the implementation is. What is suspended or withdrawn says nothing about progress: no weight. */
export const IMPLEMENTATION_STATES = [
  {
    code: 'not-started',
    labels: { ka: 'არ დაწყებულა', en: 'Not started' },
    colour: '#5f6b7a',
    progressWeight: 0,
  },
  {
    code: 'in-progress',
    labels: { ka: 'მიმდინარეობს', en: 'In progress' },
    colour: '#1f5fbf',
    progressWeight: 50,
  },
  { code: 'delayed', labels: { ka: 'ყოვნდება', en: 'Delayed' }, colour: '#a15c00', progressWeight: 25 },
  {
    code: 'completed',
    labels: { ka: 'დასრულდა', en: 'Completed' },
    colour: '#1d7a46',
    terminal: true,
    progressWeight: 100,
  },
  { code: 'suspended', labels: { ka: 'შეჩერდა', en: 'Suspended' }, colour: '#6b3fa0' },
  { code: 'withdrawn', labels: { ka: 'გაუქმდა', en: 'Withdrawn' }, colour: '#a3262a', terminal: true },
] as const satisfies readonly StateDeclaration[];

export type ImplementationState = (typeof IMPLEMENTATION_STATES)[number]['code'];

/** Where the work is over. */
export const TERMINAL_STATES: readonly string[] = ['completed', 'withdrawn'];
