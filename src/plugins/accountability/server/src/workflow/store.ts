import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { recordMove } from '../change-log/record-move';
import { RECORDED } from './recorded';
import { hasPublicEffect } from './public-effect';
import { historyId } from './history-id';
import type { StoredMove } from './stored-move';
import { STATE, STATUS_CHANGE } from './uids';
import type { ParsedFields } from './fields';
import { changedDrafts } from './document-state';

export const NO_FIELDS: ParsedFields = { shared: {}, byLanguage: {} };

/**
 * Stores a move: state, mirror in every row, history, change log. Inside the caller's transaction and under the
 * content lock.
 * @returns false when the document was moved since `before` was read; then nothing is stored
 */
export async function storeMove(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  move: StoredMove,
): Promise<boolean> {
  if (!(await compareAndSet(strapi, trx, move))) return false;
  const isPublic = hasPublicEffect(strapi, move);
  await writeRows(strapi, trx, move, isPublic);
  const { workflow, documentId, before, actor } = move;
  const fields = { ...move.fields.shared, ...languageFields(move.fields) };
  const version = before.version + 1;
  await trx(strapi.db.metadata.get(STATUS_CHANGE).tableName).insert({
    document_id: historyId(workflow.contentType, documentId, workflow.name, version),
    subject_type: workflow.contentType,
    subject_id: documentId,
    workflow: workflow.name,
    transition: move.transition,
    // A recorded state has no previous one.
    from_state: move.transition === RECORDED ? null : before.state,
    to_state: move.to,
    version,
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    actor_label: actor.label,
    reason: move.reason,
    fields: Object.keys(fields).length > 0 ? JSON.stringify(fields) : null,
    at: move.at,
    as_of: move.asOf?.date ?? null,
    as_of_precision: move.asOf?.precision ?? null,
  });
  if (!isPublic) return true;
  await recordMove(strapi, trx, {
    contentType: workflow.contentType,
    documentId,
    rows: move.rows,
    written: { ...(workflow.field && { [workflow.field]: move.to }), ...move.fields.shared },
    isPublicWorkflow: workflow.public !== false,
    at: move.at,
  });
  return true;
}

async function compareAndSet(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { workflow, documentId, before, to, at }: StoredMove,
): Promise<boolean> {
  const table = strapi.db.metadata.get(STATE).tableName;
  const key = { subject_type: workflow.contentType, subject_id: documentId, workflow: workflow.name };
  const next = { state: to, version: before.version + 1, moved_at: at };
  if (before.stored) {
    return (
      (await trx(table)
        .where({ ...key, version: before.version })
        .update(next)) === 1
    );
  }
  const inserted: unknown[] = await trx(table)
    .insert({ ...key, ...next })
    .onConflict(['subject_type', 'subject_id', 'workflow'])
    .ignore()
    .returning('id');
  return inserted.length === 1;
}

/** `{result: {en: …, fr: …}}`, as submitted. */
function languageFields({ byLanguage }: ParsedFields): Record<string, Record<string, unknown>> {
  const fields: Record<string, Record<string, unknown>> = {};
  for (const [language, values] of Object.entries(byLanguage)) {
    for (const [name, value] of Object.entries(values)) (fields[name] ??= {})[language] = value;
  }
  return fields;
}

/** Writes the values of the move to draft and published rows, in all languages, below Strapi's document service. */
async function writeRows(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  move: StoredMove,
  isPublic: boolean,
): Promise<void> {
  const { workflow, documentId, rows, actor, at, fields } = move;
  const { tableName, attributes } = strapi.db.metadata.get(workflow.contentType);
  const columns = attributes as Readonly<
    Record<string, { columnName?: string; joinColumn?: { name: string } }>
  >;
  const columnOf = (name: string): string => columns[name]?.columnName ?? name;
  const named = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [columnOf(name), value]));

  const editor = columns.updatedBy?.joinColumn?.name;
  const shared = {
    ...(workflow.field && { [columnOf(workflow.field)]: move.to }),
    ...named(fields.shared),
    ...(isPublic && editor && actor.kind === 'admin' && { [editor]: Number(actor.id) }),
    ...(isPublic && { [columnOf('updatedAt')]: at }),
  };
  if (Object.keys(shared).length > 0) {
    await trx(tableName)
      .where({ [columnOf('documentId')]: documentId })
      .update(shared);
  }
  for (const [language, values] of Object.entries(fields.byLanguage)) {
    await trx(tableName)
      .where({ [columnOf('documentId')]: documentId, [columnOf('locale')]: language })
      .update(named(values));
  }
  if (!isPublic) return;
  // The panel marks a document as modified when the draft is newer than the published row.
  const changed = changedDrafts(rows);
  if (changed.length > 0) {
    await trx(tableName)
      .whereIn('id', changed)
      .update({ [columnOf('updatedAt')]: new Date(at.getTime() + 1) });
  }
}
