import { move, startsOf } from '../../workflow/machine';
import { permissionOf } from '../../workflow/permissions';
import type { Actor } from '../../workflow/actor';
import type { TransitionDeclaration, WorkflowDeclaration } from '../../workflow/definition';
import type { QueueMove } from '../../../../shared/moderation-contract';

/** Keyboard shortcuts of the page itself: up, down, select, answer. */
export const RESERVED_KEYS: readonly string[] = ['j', 'k', 'x', 'e'];

/** The move that makes a new comment public without requiring anything; undefined where there is none. Pure. */
export const approvalOf = (
  workflow: WorkflowDeclaration,
  approved: string,
): TransitionDeclaration | undefined =>
  workflow.transitions.find(
    ({ name, to, reason, fields = [] }) =>
      to === approved &&
      reason !== 'required' &&
      !fields.some(({ required }) => required) &&
      move(workflow, workflow.initial, name).allowed,
  );

/** Problems of the keyboard shortcuts declared for moves, a line each. Pure. */
export function keyProblems(workflow: WorkflowDeclaration, keys: Readonly<Record<string, string>>): string[] {
  const declared = Object.entries(keys);
  const transitionOf = (name: string) => workflow.transitions.find((one) => one.name === name);
  const unknown = declared
    .filter(([name]) => !transitionOf(name))
    .map(([name]) => `workflow "${workflow.name}" has no transition "${name}" for a key`);
  const reserved = declared
    .filter(([, key]) => RESERVED_KEYS.includes(key))
    .map(([name, key]) => `the key "${key}" of "${name}" is taken by the page itself`);
  const ambiguous = workflow.states.flatMap(({ code }) => {
    const here = declared.filter(([name]) => {
      const transition = transitionOf(name);
      return transition && startsOf(workflow, transition).includes(code);
    });
    return here
      .filter(([, key], index) => here.findIndex(([, other]) => other === key) !== index)
      .map(([name, key]) => `from "${code}" the key "${key}" makes "${name}" and another move`);
  });
  return [...unknown, ...reserved, ...ambiguous];
}

/** The moves of the workflow available to a user, for the page. Pure. */
export const queueMoves = (
  workflow: WorkflowDeclaration,
  keys: Readonly<Record<string, string>>,
  actor: Pick<Actor, 'may'>,
): QueueMove[] =>
  workflow.transitions.map((transition) => ({
    transition: transition.name,
    labels: transition.labels,
    from: startsOf(workflow, transition),
    to: transition.to,
    reason: transition.reason ?? null,
    permitted: actor.may(permissionOf(workflow, transition)),
    key: keys[transition.name] ?? null,
  }));
