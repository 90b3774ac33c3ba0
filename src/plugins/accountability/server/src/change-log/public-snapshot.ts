import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { appendChanges, type Change } from './append';
import { kindOfChange, NO_DOCUMENT, type DocumentSnapshot } from './kind-of-change';
import { documentsLinkedTo, subjectKey, type Subject } from './linked-documents';
import { documentSnapshots } from './public-rows';

/** Set while a logged write runs: nested writes are part of it. */
export const loggedWrite = new AsyncLocalStorage<true>();

/** The public rows of documents of a content type at one moment, and the documents that include them. */
export interface PublicSnapshot {
  readonly documents: ReadonlyMap<string, DocumentSnapshot>;
  readonly linked: ReadonlyMap<string, Subject>;
}

/** Reads documents before or after a write to them, inside its transaction. */
export async function takeSnapshot(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentType: string,
  documentIds: readonly string[],
): Promise<PublicSnapshot> {
  const documents = await documentSnapshots(strapi, contentType, documentIds);
  const rowIds = [...documents.values()].flatMap(({ rowIds: ids }) => ids);
  return { documents, linked: await documentsLinkedTo(strapi, trx, contentType, rowIds) };
}

/**
 * Appends the public changes between two snapshots: of the documents themselves, and of others whose exported rows
 * gained or lost one of them.
 * @param isRewritten whether a document's remaining public rows were updated
 * @param others documents that changed with them without including them in their exported rows
 */
export async function recordDifference(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contentType: string,
  before: PublicSnapshot,
  after: PublicSnapshot,
  isRewritten: (documentId: string) => boolean,
  others: readonly Subject[] = [],
): Promise<void> {
  const at = new Date();
  const changes = [...after.documents].flatMap(([subjectId, snapshot]): Change[] => {
    const kind = kindOfChange(
      before.documents.get(subjectId) ?? NO_DOCUMENT,
      snapshot,
      isRewritten(subjectId),
    );
    return kind ? [{ subjectType: contentType, subjectId, kind, at }] : [];
  });
  const touched = [
    ...new Map([
      ...[...before.linked].filter(([key]) => !after.linked.has(key)),
      ...[...after.linked].filter(([key]) => !before.linked.has(key)),
      ...others.map((subject) => [subjectKey(subject), subject] as const),
    ]).values(),
  ]
    // Already logged: the document was written itself.
    .filter(({ subjectType, subjectId }) => subjectType !== contentType || !after.documents.has(subjectId));
  for (const subjectType of new Set(touched.map((subject) => subject.subjectType))) {
    const ids = touched.filter((subject) => subject.subjectType === subjectType).map((one) => one.subjectId);
    for (const [subjectId, { rowIds }] of await documentSnapshots(strapi, subjectType, ids)) {
      if (rowIds.length > 0) changes.push({ subjectType, subjectId, kind: 'updated', at });
    }
  }
  await appendChanges(strapi, trx, changes);
}
