import { FALLBACK_LANGUAGE } from '../../../shared/localized-text';
import type { DocumentWorkflow, Move, StateView } from '../workflow/contract';
import type { QueueComment, QueueMove, QueueSetup } from '../../../shared/moderation-contract';

type Setup = Pick<QueueSetup, 'workflow' | 'states' | 'moves'>;
type DecidableComment = Pick<QueueComment, 'documentId' | 'state' | 'version'>;

const UNDECLARED_COLOUR = '#666687';

/** Representation of a state; one that is no longer declared has its code as label. */
export function stateOf({ states }: Pick<Setup, 'states'>, code: string): StateView {
  const state = states.find((candidate) => candidate.code === code);
  return state
    ? { ...state, declared: true }
    : { code, labels: { [FALLBACK_LANGUAGE]: code }, colour: UNDECLARED_COLOUR, declared: false };
}

/** The moves from a state that the user may make. */
export const movesFrom = ({ moves }: Pick<Setup, 'moves'>, state: string): QueueMove[] =>
  moves.filter(({ from, permitted }) => permitted && from.includes(state));

/** A comment as a document of the workflow dialogs. */
export function asDocument(setup: Setup, { state, version }: DecidableComment): DocumentWorkflow {
  return {
    workflow: setup.workflow,
    labels: {},
    state: stateOf(setup, state),
    version,
    overdue: null,
    suggestion: null,
    moves: movesFrom(setup, state).map((move) => asMove(setup, move, state)),
    history: [],
  };
}

/** A move of the workflow dialogs. */
export const asMove = (setup: Setup, { transition, labels, to, reason }: QueueMove, from: string): Move => ({
  transition,
  labels,
  to: stateOf(setup, to ?? from),
  open: true,
  reason,
  fields: [],
  closed: [],
});

/** The last decision, for undo. */
export interface Made<One> {
  /** The present state. */
  readonly comment: One;
  /** The previous state. */
  readonly from: string;
}

/**
 * Action of a shortcut key: a move of the current comment, or, where it has none, the move that undoes the last
 * decision. Null for no action.
 */
export function moveByKey<One extends DecidableComment>(
  setup: Pick<Setup, 'moves'>,
  key: string,
  current: One | null,
  last: Made<One> | null,
): { readonly comment: One; readonly move: QueueMove } | null {
  const withKey = (comment: One) =>
    movesFrom(setup, comment.state).find((candidate) => candidate.key === key);
  const move = current && withKey(current);
  if (move) return { comment: current, move };
  const back = last && withKey(last.comment);
  return last && back?.to === last.from ? { comment: last.comment, move: back } : null;
}

/** Moves that some of the selected comments can make, each once. */
export const movesOfMany = (setup: Pick<Setup, 'moves'>, chosen: readonly DecidableComment[]): QueueMove[] =>
  setup.moves.filter((move) => chosen.some(({ state }) => movesFrom(setup, state).includes(move)));
