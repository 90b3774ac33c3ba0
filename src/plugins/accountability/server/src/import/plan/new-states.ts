import type { WorkflowDeclaration } from '../../workflow/definition';
import type { ValueProblem } from '../values/result';
import type { ExistingState } from './existing-states';
import type { ImportedState } from './import-document';

export interface NewStates {
  /** Those the document does not have yet. */
  readonly states: readonly ImportedState[];
  readonly problems: readonly ValueProblem[];
}

const error = (code: string, values: ValueProblem['values']): ValueProblem => ({
  severity: 'error',
  code,
  values,
});

/**
 * Which states of a source are still to be recorded of a document. Pure.
 * @param wanted one workflow's states, in the order of the history
 * @param present null for a document that was never moved
 */
export function newStates(
  workflow: WorkflowDeclaration,
  wanted: readonly ImportedState[],
  present: ExistingState | null,
): NewStates {
  const codes = new Set(workflow.states.map(({ code }) => code));
  const unknown = wanted.filter(({ state }) => !codes.has(state));
  if (unknown.length > 0) {
    const known = [...codes];
    return {
      states: [],
      problems: unknown.map(({ state }) => error('state-unknown', { value: state, known })),
    };
  }
  const copied = wanted.filter(({ copied: from }) => from !== null);
  return copied.length > 0 ? newCopies(copied, present) : newRecords(workflow, wanted, present);
}

function newCopies(copied: readonly ImportedState[], present: ExistingState | null): NewStates {
  const problems: ValueProblem[] = [];
  const states: ImportedState[] = [];
  const sorted = [...copied].sort((one, other) => (one.copied?.version ?? 0) - (other.copied?.version ?? 0));
  for (const state of sorted) {
    const version = state.copied?.version ?? 0;
    if (version > (present?.version ?? 0)) {
      const expected = (present?.version ?? 0) + states.length + 1;
      if (version !== expected) problems.push(error('history-gap', { version, expected }));
      states.push(state);
      continue;
    }
    const own = present?.history.find((change) => change.version === version);
    if (own?.toState !== state.state) {
      problems.push(error('history-differs', { version, value: state.state, known: own?.toState ?? '' }));
    }
  }
  return { states, problems };
}

function newRecords(
  workflow: WorkflowDeclaration,
  wanted: readonly ImportedState[],
  present: ExistingState | null,
): NewStates {
  const current = present?.state ?? workflow.initial;
  const states = withoutRepeats(wanted).filter(
    (state) =>
      // A state without a day says where the document is now.
      (state.asOf === null && state.state !== current) ||
      (state.asOf !== null &&
        !present?.history.some(({ toState, asOf }) => toState === state.state && asOf === state.asOf?.date)),
  );
  const ordered = [...states].sort((one, other) => compareDays(one.asOf?.date, other.asOf?.date));
  const latest = (present?.history ?? []).reduce((day, { asOf }) => (asOf && asOf > day ? asOf : day), '');
  const problems = ordered
    .filter(({ asOf }) => asOf !== null && asOf.date < latest)
    .map(({ state, asOf }) =>
      error('state-older-than-known', { value: state, day: asOf?.date ?? '', known: latest }),
    );
  return { states: ordered, problems };
}

/** What several rows say of the same day is said once. */
const withoutRepeats = (states: readonly ImportedState[]): ImportedState[] =>
  states.filter(
    ({ state, asOf }, index) =>
      asOf === null ||
      states.findIndex((other) => other.state === state && other.asOf?.date === asOf.date) === index,
  );

/** A state without a day is the present one: last. */
const compareDays = (one: string | undefined, other: string | undefined): number =>
  one === other ? 0 : one === undefined ? 1 : other === undefined ? -1 : one < other ? -1 : 1;
