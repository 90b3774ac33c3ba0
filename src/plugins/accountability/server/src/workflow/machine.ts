import type { StateDeclaration, TransitionDeclaration, WorkflowDeclaration } from './definition';

/** Why a move is not allowed from the document's state. */
export type MoveRefusal =
  | { readonly code: 'UNKNOWN_TRANSITION'; readonly transition: string }
  | { readonly code: 'UNDECLARED_STATE'; readonly state: string }
  | { readonly code: 'CLOSED_FROM_STATE'; readonly state: string; readonly from: readonly string[] };

export type MoveOutcome =
  | { readonly allowed: true; readonly transition: TransitionDeclaration; readonly to: string }
  | { readonly allowed: false; readonly refusal: MoveRefusal };

/** The declared state of this code, undefined when there is none. */
export const stateOf = (workflow: WorkflowDeclaration, code: string): StateDeclaration | undefined =>
  workflow.states.find((state) => state.code === code);

/** The states a transition starts from, `*` expanded. */
export const startsOf = (
  workflow: WorkflowDeclaration,
  { from }: TransitionDeclaration,
): readonly string[] => (from === '*' ? workflow.states.map(({ code }) => code) : from);

/**
 * The target of a transition from a state. Pure; the only place that decides it. The target of an allowed move is
 * always a declared state of a validated declaration.
 */
export function move(workflow: WorkflowDeclaration, state: string, name: string): MoveOutcome {
  const transition = workflow.transitions.find((candidate) => candidate.name === name);
  if (!transition) return { allowed: false, refusal: { code: 'UNKNOWN_TRANSITION', transition: name } };
  if (!stateOf(workflow, state)) return { allowed: false, refusal: { code: 'UNDECLARED_STATE', state } };
  const from = startsOf(workflow, transition);
  if (!from.includes(state)) return { allowed: false, refusal: { code: 'CLOSED_FROM_STATE', state, from } };
  return { allowed: true, transition, to: transition.to ?? state };
}
