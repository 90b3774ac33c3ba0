import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import { appendChanges } from '../../change-log/append';
import { CHANGE } from '../../change-log/content-types';
import { documentSnapshots } from '../../change-log/public-rows';
import { publicTypes } from '../../change-log/public-types';
import { CONTENT_LOCK, takeLock } from '../../database/exclusive-lock';
import { inTransaction } from '../../database/transaction';
import { columnOf } from '../../export/source/metadata';
import { metadataLookup } from '../../datasets/settings';
import { findWorkflow, workflowConfig } from '../../workflow/registry';
import { STATE, STATUS_CHANGE } from '../../workflow/uids';
import type { AttributeValue } from '../plan/import-document';
import { ImportRefusal } from '../refusal';
import { IMPORT, IMPORTED_DOCUMENT } from './content-types';
import { editedSince } from './edited-since';
import type { ValuesBefore } from './imported-documents';
import { removeDocuments } from './remove-documents';
import { findJob, type ImportJob } from './store';

/** Edited documents that a refusal names. */
const MOST_NAMED = 100;

interface ImportedRow {
  readonly content_type: string;
  readonly subject_id: string;
  readonly is_new: boolean | number;
  readonly before: string | ValuesBefore | null;
}

/**
 * Takes an import back: removes what it made and restores what it changed, all of it or nothing.
 * @throws ImportRefusal 409 where it has written nothing, or with the documents that were edited since
 */
export async function undoImport(strapi: Core.Strapi, job: ImportJob): Promise<void> {
  const { tableName } = strapi.db.metadata.get(IMPORTED_DOCUMENT);
  await inTransaction(strapi, async (trx) => {
    await takeLock(strapi, trx, CONTENT_LOCK);
    const { status, endedAt } = (await findJob(strapi, job.name)) ?? job;
    if (status !== 'done' || endedAt === null) throw new ImportRefusal('IMPORT_NOT_UNDOABLE');
    // Children were written after their parents, and go before them.
    const rows: ImportedRow[] = await trx(tableName).where({ import: job.name }).orderBy('id', 'desc');
    const byType = new Map<string, { documentId: string; isNew: boolean }[]>();
    for (const { content_type: contentType, subject_id: documentId, is_new: isNew } of rows) {
      const list = byType.get(contentType) ?? [];
      byType.set(contentType, list);
      list.push({ documentId, isNew: Boolean(isNew) });
    }
    const edited = await editedSince(strapi, trx, byType, new Date(endedAt));
    if (edited.length > 0) {
      const values = { count: String(edited.length) };
      throw new ImportRefusal('IMPORT_EDITED_SINCE', values, { documents: edited.slice(0, MOST_NAMED) });
    }
    for (const row of rows) if (!row.is_new) await restore(strapi, trx, row);
    for (const [contentType, documents] of byType) {
      const made = documents.filter(({ isNew }) => isNew).map(({ documentId }) => documentId);
      await removeDocuments(strapi, trx, contentType, made);
    }
    await trx(tableName).where({ import: job.name }).delete();
    await strapi.db.query(IMPORT).update({ where: { id: job.id }, data: { status: 'undone' } });
  });
}

async function restore(strapi: Core.Strapi, trx: Knex.Transaction, row: ImportedRow): Promise<void> {
  const { content_type: contentType, subject_id: documentId } = row;
  const before = (
    typeof row.before === 'string' ? JSON.parse(row.before) : row.before
  ) as ValuesBefore | null;
  if (!before) return;
  for (const [workflow, count] of Object.entries(before.states)) {
    await restoreState(strapi, trx, { contentType, documentId, workflow, count });
  }
  const locales: (string | null)[] = await trx(metadataLookup(strapi)(contentType).tableName)
    .where({ document_id: documentId })
    .distinct()
    .pluck('locale');
  const shared = before.values.filter(({ locale }) => locale === null);
  for (const locale of locales) {
    const own = before.values.filter((value) => value.locale === locale);
    // What all languages share is written once; the others follow.
    const values = locale === locales[0] ? [...shared, ...own] : own;
    if (values.length === 0) continue;
    const data: Record<string, unknown> = Object.fromEntries(
      values.map(({ attribute, before: value }) => [
        attribute,
        isRelation(strapi, contentType, attribute) ? links(value) : value,
      ]),
    );
    await strapi.documents(contentType as UID.ContentType).update({
      documentId,
      ...(locale !== null && { locale }),
      status: 'published',
      data,
    } as never);
  }
}

const isRelation = (strapi: Core.Strapi, contentType: string, attribute: string): boolean =>
  strapi.contentType(contentType as UID.ContentType).attributes[attribute]?.type === 'relation';

const links = (ids: AttributeValue) => ({
  set: (Array.isArray(ids) ? ids : []).map((documentId: string) => ({ documentId })),
});

/** Takes away the states an import added, and puts the document into the one it had. */
async function restoreState(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  {
    contentType,
    documentId,
    workflow: name,
    count,
  }: { contentType: string; documentId: string; workflow: string; count: number },
): Promise<void> {
  const workflow = findWorkflow(workflowConfig(strapi), contentType, name);
  const key = { subject_type: contentType, subject_id: documentId, workflow: name };
  const tableOf = (uid: string) => strapi.db.metadata.get(uid).tableName;
  const [states, changes, log] = [tableOf(STATE), tableOf(STATUS_CHANGE), tableOf(CHANGE)];
  const current: { version: number } | undefined = await trx(states).where(key).first();
  if (!current) return;
  const version = current.version - count;
  const undone = () => trx(changes).where(key).where('version', '>', version);
  const moments: unknown[] = await undone().pluck('at');
  await undone().delete();
  // Numbers of the change log stay; a move that is in no history is told as a change.
  await trx(log)
    .where({ subject_type: contentType, subject_id: documentId, kind: 'transition' })
    .whereIn('at', moments as Date[])
    .update({ kind: 'updated' });
  const last: { to_state: string; at: Date } | undefined = await trx(changes)
    .where(key)
    .orderBy('version', 'desc')
    .first();
  const state = last?.to_state ?? workflow.initial;
  if (last && version > 0) await trx(states).where(key).update({ state, version, moved_at: last.at });
  else await trx(states).where(key).delete();
  const now = new Date();
  if (workflow.field) {
    const metadata = metadataLookup(strapi)(contentType);
    await trx(metadata.tableName)
      .where({ document_id: documentId })
      .update({ [columnOf(metadata, workflow.field)]: state, updated_at: now });
  }
  if (!publicTypes(strapi).has(contentType)) return;
  const snapshots = await documentSnapshots(strapi, contentType, [documentId]);
  if ((snapshots.get(documentId)?.rowIds.length ?? 0) === 0) return;
  await appendChanges(strapi, trx, [
    { subjectType: contentType, subjectId: documentId, kind: 'updated', at: now },
  ]);
}
