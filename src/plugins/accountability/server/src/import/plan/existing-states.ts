import type { Core } from '@strapi/strapi';
import { converterFor } from '../../export/source/values';
import { STATE, STATUS_CHANGE } from '../../workflow/uids';

export interface ExistingState {
  readonly state: string;
  readonly version: number;
  readonly history: readonly { toState: string; asOf: string | null; version: number }[];
}

const AT_ONCE = 500;

/** The states and histories of documents, by documentId and workflow; documents never moved are left out. */
export async function existingStates(
  strapi: Core.Strapi,
  contentType: string,
  documentIds: readonly string[],
): Promise<Map<string, Map<string, ExistingState>>> {
  const found = new Map<string, Map<string, ExistingState>>();
  const db = strapi.db.connection;
  const toDay = converterFor('date');
  for (let start = 0; start < documentIds.length; start += AT_ONCE) {
    const ids = documentIds.slice(start, start + AT_ONCE);
    const about = { subject_type: contentType };
    const states = await db(strapi.db.metadata.get(STATE).tableName)
      .select('subject_id', 'workflow', 'state', 'version')
      .where(about)
      .whereIn('subject_id', ids);
    const changes = await db(strapi.db.metadata.get(STATUS_CHANGE).tableName)
      .select('subject_id', 'workflow', 'to_state', 'as_of', 'version')
      .where(about)
      .whereIn('subject_id', ids)
      .orderBy('version');
    for (const { subject_id: id, workflow, state, version } of states) {
      const own = found.get(id) ?? new Map<string, ExistingState>();
      const history = changes
        .filter((change) => change.subject_id === id && change.workflow === workflow)
        .map((change) => ({
          toState: change.to_state as string,
          asOf: toDay(change.as_of) as string | null,
          version: Number(change.version),
        }));
      found.set(id, own.set(workflow, { state, version: Number(version), history }));
    }
  }
  return found;
}
