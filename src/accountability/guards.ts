import {
  type GuardDeclaration,
  allRelatedIn,
  endDatePassed,
  hasField,
  hasPublishedVersion,
} from 'strapi-plugin-accountability/declare';
import { TERMINAL_STATES } from './workflows/implementation-states';

/** Every guard a workflow of the site may name. */
export const guards: readonly GuardDeclaration[] = [
  hasPublishedVersion,
  endDatePassed('timeframe'),
  hasField('hasResult', 'result', {
    ka: 'შედეგი არ არის აღწერილი.',
    en: 'The result has not been described.',
  }),
  hasField('hasAssessment', 'assessment', {
    ka: 'შეფასება არ არის მითითებული.',
    en: 'The assessment has not been given.',
  }),
  allRelatedIn('allMilestonesTerminal', 'milestones', 'implementationStatus', TERMINAL_STATES, {
    ka: 'ყველა ეტაპი ჯერ არ დასრულებულა.',
    en: 'Not every milestone has come to its end.',
  }),
];
