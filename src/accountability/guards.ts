import {
  type GuardDeclaration,
  allRelatedIn,
  endDatePassed,
  hasField,
  hasPublishedVersion,
} from 'strapi-plugin-accountability/declare';
import { TERMINAL_STATES } from './workflows/implementation-states';
import { word } from '../words/word';

/** Every guard a workflow of the site may name. */
export const guards: readonly GuardDeclaration[] = [
  hasPublishedVersion,
  endDatePassed('timeframe'),
  hasField('hasResult', 'result', word('guards', 'hasResult')),
  hasField('hasAssessment', 'assessment', word('guards', 'hasAssessment')),
  allRelatedIn(
    'allMilestonesTerminal',
    'milestones',
    'implementationStatus',
    TERMINAL_STATES,
    word('guards', 'allMilestonesTerminal'),
  ),
];
