import type { Core } from '@strapi/strapi';
import { historyId } from '../../workflow/history-id';
import { RECORDED } from '../../workflow/recorded';
import { STATE, STATUS_CHANGE } from '../../workflow/uids';
import { SYSTEM } from '../../workflow/actor';
import type { ImportDocument, ImportedState } from '../plan/import-document';
import type { RowCollector } from './table-rows';

const HISTORY_COLUMNS = [
  'document_id',
  'subject_type',
  'subject_id',
  'workflow',
  'transition',
  'from_state',
  'to_state',
  'version',
  'actor_kind',
  'actor_id',
  'actor_name',
  'actor_label',
  'reason',
  'fields',
  'at',
  'as_of',
  'as_of_precision',
];
const STATE_COLUMNS = ['subject_type', 'subject_id', 'workflow', 'state', 'version', 'moved_at'];

/** Where a document is in a workflow after its states have been written. */
export interface LastState {
  readonly state: string;
  readonly version: number;
  readonly at: Date;
}

/** A move as the change log records it. */
export interface WrittenState {
  readonly workflow: string;
  readonly at: Date;
}

/**
 * Collects the history of a document's states as `recordState` writes it; what was copied from another site keeps its
 * transition, version and moment.
 * @param versions by workflow, the version the document has already
 * @returns by workflow, where the document is now
 */
export function addHistory(
  strapi: Core.Strapi,
  collector: RowCollector,
  { contentType, documentId, states }: Pick<ImportDocument, 'contentType' | 'documentId' | 'states'>,
  versions: ReadonlyMap<string, number>,
  now: Date,
): Map<string, LastState> {
  const { tableName } = strapi.db.metadata.get(STATUS_CHANGE);
  const last = new Map<string, LastState>();
  for (const { workflow, state, asOf, reason, copied } of states) {
    const version = copied?.version ?? (last.get(workflow)?.version ?? versions.get(workflow) ?? 0) + 1;
    const at = copied?.at ?? now;
    collector.add(tableName, HISTORY_COLUMNS, [
      historyId(contentType, documentId, workflow, version),
      contentType,
      documentId,
      workflow,
      copied?.transition ?? RECORDED,
      copied?.fromState ?? null,
      state,
      version,
      SYSTEM.kind,
      SYSTEM.id,
      SYSTEM.name,
      SYSTEM.label,
      reason,
      null,
      at,
      asOf?.date ?? null,
      asOf?.precision ?? null,
    ]);
    last.set(workflow, { state, version, at });
  }
  return last;
}

/** Collects the rows that say where a document without any is. */
export function addStates(
  strapi: Core.Strapi,
  collector: RowCollector,
  contentType: string,
  documentId: string,
  last: ReadonlyMap<string, LastState>,
): void {
  const { tableName } = strapi.db.metadata.get(STATE);
  for (const [workflow, { state, version, at }] of last) {
    collector.add(tableName, STATE_COLUMNS, [contentType, documentId, workflow, state, version, at]);
  }
}

/** The state a document will stand in, by workflow. */
export const lastStates = (states: readonly ImportedState[]): Map<string, string> =>
  new Map(states.map(({ workflow, state }) => [workflow, state]));
