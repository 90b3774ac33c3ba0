import type { Core } from '@strapi/strapi';
import { CHANGE } from '../../change-log/content-types';
import { metadataLookup } from '../../datasets/settings';
import { columnOf } from '../../export/source/metadata';
import { findWorkflow, workflowConfig } from '../../workflow/registry';
import { STATE, STATUS_CHANGE } from '../../workflow/uids';
import type { Batch } from '../write/batch';
import { groupBy } from '../write/group-by';
import type { ColumnValue } from '../write/table-rows';

/** SQLite takes a limited number of values in one statement. */
const AT_ONCE = 500;

/** A document to which an import has added states. */
export interface MovedDocument {
  readonly documentId: string;
  /** By workflow how many. */
  readonly states: Readonly<Record<string, number>>;
}

interface StateRow {
  readonly id: number;
  readonly subject_id: string;
  readonly workflow: string;
  readonly version: number;
}

interface HistoryRow extends StateRow {
  readonly to_state: string;
  readonly at: Date | number | string;
}

const milliseconds = (at: HistoryRow['at']): number => new Date(at).getTime();
const placeOf = ({ subject_id: id, workflow }: Pick<StateRow, 'subject_id' | 'workflow'>): string =>
  `${id} ${workflow}`;

/**
 * Takes away the states an import added to documents of one content type, some hundreds at most, and puts each document
 * into the one it had. The change log gets the documents from whoever restores the rest of them.
 */
export async function restoreStates(
  strapi: Core.Strapi,
  batch: Batch,
  contentType: string,
  documents: readonly MovedDocument[],
): Promise<void> {
  const moved = documents.filter(({ states }) => Object.keys(states).length > 0);
  if (moved.length === 0) return;
  const [states, changes] = [STATE, STATUS_CHANGE].map((uid) => strapi.db.metadata.get(uid).tableName) as [
    string,
    string,
  ];
  const about = (table: string) =>
    batch
      .trx(table)
      .where({ subject_type: contentType })
      .whereIn(
        'subject_id',
        moved.map(({ documentId }) => documentId),
      );
  // PostgreSQL: a move that is under way is waited for, and others wait for this one.
  const current: StateRow[] = await about(states)
    .forUpdate()
    .select('id', 'subject_id', 'workflow', 'version');
  const histories: HistoryRow[] = await about(changes)
    .orderBy('version')
    .select('id', 'subject_id', 'workflow', 'version', 'to_state', 'at');
  const stateOf = new Map(current.map((row) => [placeOf(row), row]));
  const historyOf = groupBy(histories, placeOf);

  const undone: HistoryRow[] = [];
  const earlier: ColumnValue[][] = [];
  const gone: number[] = [];
  const mirrors = new Map<string, ColumnValue[][]>();
  for (const { documentId, states: added } of moved) {
    for (const [name, count] of Object.entries(added)) {
      const place = placeOf({ subject_id: documentId, workflow: name });
      const row = stateOf.get(place);
      if (!row) continue;
      const version = row.version - count;
      const history = historyOf.get(place) ?? [];
      undone.push(...history.filter((one) => one.version > version));
      const last = history.filter((one) => one.version <= version).at(-1);
      const { initial, field } = findWorkflow(workflowConfig(strapi), contentType, name);
      const state = last?.to_state ?? initial;
      if (last && version > 0) earlier.push([row.id, state, version, new Date(milliseconds(last.at))]);
      else gone.push(row.id);
      if (field !== undefined) mirrors.set(field, (mirrors.get(field) ?? []).concat([[documentId, state]]));
    }
  }
  await batch.update(states, ['state', 'version', 'moved_at'], earlier);
  await removeRows(batch, states, gone);
  await removeRows(
    batch,
    changes,
    undone.map(({ id }) => id),
  );
  await forgetMoves(strapi, batch, contentType, undone);
  for (const [field, values] of mirrors) await writeMirror(strapi, batch, contentType, field, values);
}

async function removeRows({ trx }: Batch, table: string, ids: readonly number[]): Promise<void> {
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    await trx(table)
      .whereIn('id', ids.slice(start, start + AT_ONCE))
      .delete();
  }
}

/** Numbers of the change log stay; a move that is in no history any more is recorded as a change. */
async function forgetMoves(
  strapi: Core.Strapi,
  { trx }: Batch,
  contentType: string,
  undone: readonly HistoryRow[],
): Promise<void> {
  const log = strapi.db.metadata.get(CHANGE).tableName;
  const moments = new Set(undone.map(({ subject_id: id, at }) => `${id} ${milliseconds(at)}`));
  const logged: { id: number; subject_id: string; at: Date | number | string }[] = await trx(log)
    .where({ subject_type: contentType, kind: 'transition' })
    .whereIn('subject_id', [...new Set(undone.map((row) => row.subject_id))])
    .select('id', 'subject_id', 'at');
  const ids = logged
    .filter(({ subject_id: id, at }) => moments.has(`${id} ${milliseconds(at)}`))
    .map(({ id }) => id);
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    await trx(log)
      .whereIn('id', ids.slice(start, start + AT_ONCE))
      .update({ kind: 'updated' });
  }
}

/** Writes the states of documents into the attribute that mirrors them. @param values documentIds and states */
async function writeMirror(
  strapi: Core.Strapi,
  { trx }: Batch,
  contentType: string,
  field: string,
  values: readonly (readonly ColumnValue[])[],
): Promise<void> {
  const metadata = metadataLookup(strapi)(contentType);
  for (const [state, some] of groupBy(values, ([, value]) => String(value))) {
    await trx(metadata.tableName)
      .whereIn(
        'document_id',
        some.map(([documentId]) => documentId as string),
      )
      .update({ [columnOf(metadata, field)]: state });
  }
}
