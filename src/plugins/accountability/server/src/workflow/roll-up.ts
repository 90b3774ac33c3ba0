import { stateOf } from './machine';
import type { WorkflowDeclaration } from './definition';

/** The suggestion from the states of the parts; a person decides. */
export interface Suggestion {
  /** The state of the first matching rule, null where none matches. */
  readonly state: string | null;
  /** 0 to 100, rounded down; null where no part has a weight, which is not the same as 0. */
  readonly progress: number | null;
  /** Number of parts, and of those that count towards the progress. */
  readonly parts: number;
  readonly counted: number;
}

/**
 * Rolls up the states of the parts.
 * @param parts the workflow of the parts, whose states have the weights
 * @param states one per part; an undeclared state has no weight
 */
export function suggestRollUp(
  workflow: WorkflowDeclaration,
  parts: WorkflowDeclaration,
  states: readonly string[],
): Suggestion {
  const weights = states
    .map((state) => stateOf(parts, state)?.progressWeight)
    .filter((weight): weight is number => weight !== undefined);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const rule =
    states.length === 0
      ? undefined
      : workflow.rollUp?.rules.find(({ when, are }) =>
          when === 'all'
            ? states.every((state) => are.includes(state))
            : states.some((state) => are.includes(state)),
        );
  return {
    state: rule?.suggest ?? null,
    progress: weights.length === 0 ? null : Math.floor(sum / weights.length),
    parts: states.length,
    counted: weights.length,
  };
}
