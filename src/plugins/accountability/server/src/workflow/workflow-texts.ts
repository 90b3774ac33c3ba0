import type { VisitText } from '../languages/declared-texts';
import type { GuardDeclaration, WorkflowDeclaration } from './definition';

/** The workflow's name in start-up messages. */
export const place = (workflow: WorkflowDeclaration): string =>
  `workflow "${workflow.name}" of "${workflow.contentType}"`;

/** The workflow with every text mapped by the visitor. */
export const workflowWithTexts = (workflow: WorkflowDeclaration, visit: VisitText): WorkflowDeclaration => ({
  ...workflow,
  labels: visit(workflow.labels, `${place(workflow)}: a label`),
  states: workflow.states.map((state) => ({
    ...state,
    labels: visit(state.labels, `${place(workflow)}: state "${state.code}": a label`),
  })),
  transitions: workflow.transitions.map((transition) => ({
    ...transition,
    labels: visit(transition.labels, `${place(workflow)}: transition "${transition.name}": a label`),
  })),
});

/** The guard with its message mapped by the visitor. */
export const guardWithTexts = (guard: GuardDeclaration, visit: VisitText): GuardDeclaration => ({
  ...guard,
  message: visit(guard.message, `guard "${guard.name}": a message`),
});
