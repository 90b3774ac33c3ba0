import type { Core } from '@strapi/strapi';
import { converterFor } from '../../export/source/values';
import { STATE, STATUS_CHANGE } from '../../workflow/uids';

export interface ExistingState {
  readonly state: string;
  readonly version: number;
  /** In no order. */
  readonly history: readonly { toState: string; asOf: string | null; version: number }[];
}

/** A state with one of the moves that led to it. */
interface StateRow {
  readonly documentId: string;
  readonly workflow: string;
  readonly state: string;
  readonly version: number | string;
  readonly toState: string | null;
  readonly asOf: unknown;
  readonly changeVersion: number | string;
}

interface StateBeingRead extends ExistingState {
  readonly history: ExistingState['history'][number][];
}

const AT_ONCE = 500;

/** The states and histories of documents, by documentId and workflow; documents never moved are left out. */
export async function existingStates(
  strapi: Core.Strapi,
  contentType: string,
  documentIds: readonly string[],
): Promise<Map<string, Map<string, ExistingState>>> {
  const found = new Map<string, Map<string, StateBeingRead>>();
  const db = strapi.db.connection;
  const toDay = converterFor('date');
  for (let start = 0; start < documentIds.length; start += AT_ONCE) {
    const ids = documentIds.slice(start, start + AT_ONCE);
    const rows = (await db(`${strapi.db.metadata.get(STATE).tableName} as present`)
      .leftJoin(`${strapi.db.metadata.get(STATUS_CHANGE).tableName} as change`, (join) => {
        for (const column of ['subject_type', 'subject_id', 'workflow']) {
          void join.on(`change.${column}`, `present.${column}`);
        }
      })
      .where('present.subject_type', contentType)
      .whereIn('present.subject_id', ids)
      .select({
        documentId: 'present.subject_id',
        workflow: 'present.workflow',
        state: 'present.state',
        version: 'present.version',
        toState: 'change.to_state',
        asOf: 'change.as_of',
        changeVersion: 'change.version',
      })) as StateRow[];
    for (const { documentId, workflow, state, version, toState, asOf, changeVersion } of rows) {
      let own = found.get(documentId);
      if (!own) found.set(documentId, (own = new Map<string, StateBeingRead>()));
      let known = own.get(workflow);
      if (!known) own.set(workflow, (known = { state, version: Number(version), history: [] }));
      // A state without any move has one row of its own.
      if (toState === null) continue;
      known.history.push({ toState, asOf: toDay(asOf) as string | null, version: Number(changeVersion) });
    }
  }
  return found;
}
