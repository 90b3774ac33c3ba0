import type { WorkflowDeclaration } from '../../workflow/definition';
import type { ImportProblem } from '../problem';
import type { ExistingState } from './existing-states';
import type { ImportDocument, ImportedState } from './import-document';
import { newStates } from './new-states';
import { problemAt } from './row-problems';
import type { RowReader } from './row-reader';
import type { RowReading } from './row-reading';
import type { SideTables } from './side-tables';

interface StatePlanning {
  /** Those of the document's content type. */
  readonly workflows: readonly WorkflowDeclaration[];
  /** The tables of states among the sources. */
  readonly side: SideTables;
  readonly mayRecordHistory: boolean;
  readonly add: (problem: ImportProblem) => void;
}

/** The states a document gets: from its row, and from tables of states; with what is wrong with them. */
export function plannedStates(
  { workflows, side, mayRecordHistory, add }: StatePlanning,
  wanted: ImportDocument,
  { reading, reader }: { readonly reading: RowReading; readonly reader: RowReader },
  present: ReadonlyMap<string, ExistingState> | undefined,
): ImportedState[] {
  const found: ImportedState[] = [];
  for (const workflow of workflows) {
    const rows = inOrder(side.statesOf(wanted.contentType, workflow.name, wanted.documentId, reading));
    const own = reading.states[workflow.name];
    const column = reader.headerOf(`state(${workflow.name})`, null);
    const given: ImportedState[] = [...rows];
    if (own?.state) {
      const last = rows.at(-1);
      if (!last || (own.asOf && !last.copied)) {
        given.push({
          workflow: workflow.name,
          state: own.state,
          asOf: own.asOf,
          reason: own.reason,
          copied: null,
        });
      } else if (last.state !== own.state) {
        add(problemAt(reading, column, 'state-differs', { value: own.state, known: last.state }));
      }
    }
    const { states, problems } = newStates(workflow, given, present?.get(workflow.name) ?? null);
    problems.forEach(({ code, values }) => add(problemAt(reading, column, code, values)));
    if (!mayRecordHistory && states.some(({ asOf, copied }) => asOf ?? copied)) {
      add(problemAt(reading, null, 'history-not-allowed'));
    }
    found.push(...states);
  }
  return found;
}

/** A copied history in the order of its versions: files have it in any. */
const inOrder = (states: readonly ImportedState[]): ImportedState[] =>
  [...states].sort((one, other) => (one.copied?.version ?? 0) - (other.copied?.version ?? 0));
