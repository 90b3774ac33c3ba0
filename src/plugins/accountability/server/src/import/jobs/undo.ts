import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../database/transaction';
import { ImportRefusal } from '../refusal';
import { batchOn } from '../write/batch-on';
import type { Batch } from '../write/batch';
import { contentModel } from '../write/content-model';
import { groupBy } from '../write/group-by';
import { writeThenLock } from '../write/write-then-lock';
import { IMPORT, IMPORTED_DOCUMENT } from './content-types';
import { editedSince, movedSince, type EditedDocument } from './edited-since';
import type { ValuesBefore } from './imported-documents';
import { removeDocuments } from './remove-documents';
import { restoreDocuments, type ChangedDocument } from './restore-documents';
import { findJob, type ImportJob } from './store';

/** Edited documents that a refusal names. */
const MAX_NAMED = 100;

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
  // Of one that is still being written not all documents are known yet.
  if (job.status !== 'done') throw new ImportRefusal('IMPORT_NOT_UNDOABLE');
  const { tableName } = strapi.db.metadata.get(IMPORTED_DOCUMENT);
  // What a done import has written is changed by its undo only.
  // Children were written after their parents, and go before them.
  const rows: ImportedRow[] = await strapi.db
    .connection(tableName)
    .where({ import: job.name })
    .orderBy('id', 'desc');
  const byType = new Map<string, { documentId: string; isNew: boolean }[]>();
  for (const { content_type: contentType, subject_id: documentId, is_new: isNew } of rows) {
    const list = byType.get(contentType) ?? [];
    byType.set(contentType, list);
    list.push({ documentId, isNew: Boolean(isNew) });
  }
  const changes = [...groupBy(rows, (row) => row.content_type)].map(
    ([contentType, changed]) => [contentType, changed.flatMap(changedDocument)] as const,
  );
  const undoable = async (): Promise<Date> => {
    const { status, endedAt } = (await findJob(strapi, job.name)) ?? job;
    if (status !== 'done' || endedAt === null) throw new ImportRefusal('IMPORT_NOT_UNDOABLE');
    return new Date(endedAt);
  };
  const takeBack = async (batch: Batch): Promise<void> => {
    const { trx } = batch;
    const endedAt = await undoable();
    // Whoever edits or links one of them meanwhile is seen below, or waits.
    for (const [contentType, documents] of byType) {
      const ids = documents.map(({ documentId }) => documentId);
      await batch.lockDocuments(contentModel(strapi, contentType), ids, 'link');
      await batch.giveWay();
    }
    refuseEdited(await editedSince(strapi, trx, byType, endedAt));
    for (const [contentType, changed] of changes) {
      await restoreDocuments(strapi, batch, contentType, changed);
    }
    for (const [contentType, documents] of byType) {
      const made = documents.filter(({ isNew }) => isNew).map(({ documentId }) => documentId);
      await removeDocuments(strapi, batch, contentType, made);
    }
  };
  await inTransaction(strapi, async (trx) => {
    await writeThenLock(strapi, await batchOn(strapi, trx), takeBack);
    // Two may have begun at the same time, and a move writes to other rows than those that were locked.
    refuseEdited(await movedSince(strapi, trx, byType, await undoable()));
    await trx(tableName).where({ import: job.name }).delete();
    await strapi.db.query(IMPORT).update({ where: { id: job.id }, data: { status: 'undone' } });
  });
}

/** @throws ImportRefusal that names the documents, if there are any */
function refuseEdited(documents: readonly EditedDocument[]): void {
  if (documents.length === 0) return;
  const values = { count: String(documents.length) };
  throw new ImportRefusal('IMPORT_EDITED_SINCE', values, { documents: documents.slice(0, MAX_NAMED) });
}

/** @returns nothing for a document that the import has made, or that it left as it was */
function changedDocument({ subject_id: documentId, is_new: isNew, before }: ImportedRow): ChangedDocument[] {
  if (isNew || before === null) return [];
  return [{ documentId, before: typeof before === 'string' ? (JSON.parse(before) as ValuesBefore) : before }];
}
