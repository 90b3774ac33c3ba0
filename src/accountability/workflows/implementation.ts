import {
  type TransitionDeclaration,
  type TransitionField,
  type WorkflowDeclaration,
  defineWorkflow,
} from 'strapi-plugin-accountability/declare';
import { EDITOR_ROLE } from '../../access/roles';

import { IMPLEMENTATION_STATES, TERMINAL_STATES, type ImplementationState } from './implementation-states';
import { word } from '../../words/word';

const ASSESSMENT: TransitionField = { attribute: 'assessment', owned: true };
const REQUIRED_ASSESSMENT: TransitionField = { ...ASSESSMENT, required: true };
const RESULT: TransitionField = { attribute: 'result', required: true };

const transitions: readonly TransitionDeclaration<ImplementationState>[] = [
  {
    name: 'start',
    labels: word('workflows', 'implementation.start'),
    from: ['not-started'],
    to: 'in-progress',
  },
  {
    name: 'delay',
    labels: word('workflows', 'implementation.delay'),
    from: ['not-started', 'in-progress'],
    to: 'delayed',
    reason: 'required',
  },
  {
    name: 'resume',
    labels: word('workflows', 'implementation.resume'),
    from: ['delayed', 'suspended'],
    to: 'in-progress',
    reason: 'optional',
  },
  {
    name: 'complete',
    labels: word('workflows', 'implementation.complete'),
    from: ['in-progress', 'delayed'],
    to: 'completed',
    reason: 'optional',
    fields: [REQUIRED_ASSESSMENT, RESULT],
  },
  {
    // When a plan has ended: what was not completed is closed, and not overdue any more.
    name: 'close',
    labels: word('workflows', 'implementation.close'),
    from: ['not-started', 'in-progress', 'delayed', 'suspended'],
    to: 'not-completed',
    reason: 'required',
    fields: [ASSESSMENT],
  },
  {
    name: 'suspend',
    labels: word('workflows', 'implementation.suspend'),
    from: ['not-started', 'in-progress', 'delayed'],
    to: 'suspended',
    reason: 'optional',
  },
  {
    name: 'withdraw',
    labels: word('workflows', 'implementation.withdraw'),
    from: ['not-started', 'in-progress', 'delayed', 'suspended'],
    to: 'withdrawn',
    reason: 'required',
  },
  {
    name: 'reopen',
    labels: word('workflows', 'implementation.reopen'),
    from: ['completed', 'not-completed', 'withdrawn'],
    to: 'in-progress',
    reason: 'required',
  },
  {
    name: 'assess',
    labels: word('workflows', 'implementation.assess'),
    from: '*',
    to: null,
    reason: 'optional',
    fields: [REQUIRED_ASSESSMENT],
  },
];

const common = {
  name: 'implementation',
  field: 'implementationStatus',
  timeframe: 'timeframe',
  labels: word('workflows', 'implementation.label'),
  initial: 'not-started',
  states: IMPLEMENTATION_STATES,
  transitions: transitions.map((transition) => ({ ...transition, roles: [EDITOR_ROLE] })),
} as const;

export const milestoneImplementation: WorkflowDeclaration = defineWorkflow({
  ...common,
  contentType: 'api::milestone.milestone',
});

/**
 * A status does not follow from the milestones: the roll-up suggests, and a person decides.
 * @param completionNeedsMilestones whether completing requires all milestones to be in a final state
 */
export const commitmentImplementation = (completionNeedsMilestones: boolean): WorkflowDeclaration =>
  defineWorkflow({
    ...common,
    transitions: common.transitions.map((transition) =>
      completionNeedsMilestones && transition.name === 'complete'
        ? { ...transition, guards: ['allMilestonesTerminal'] }
        : transition,
    ),
    contentType: 'api::commitment.commitment',
    rollUp: {
      relation: 'milestones',
      rules: [
        { when: 'all', are: ['withdrawn'], suggest: 'withdrawn' },
        { when: 'all', are: ['completed', 'withdrawn'], suggest: 'completed' },
        { when: 'all', are: TERMINAL_STATES, suggest: 'not-completed' },
        { when: 'any', are: ['delayed'], suggest: 'delayed' },
        { when: 'any', are: ['in-progress', 'completed'], suggest: 'in-progress' },
        { when: 'all', are: ['suspended', 'not-completed', 'withdrawn'], suggest: 'suspended' },
        { when: 'any', are: ['not-started'], suggest: 'not-started' },
      ],
    },
  });
