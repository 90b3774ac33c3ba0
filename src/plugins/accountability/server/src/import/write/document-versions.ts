import type { Knex } from 'knex';
import type { ImportDocument } from '../plan/import-document';
import type { ContentModel } from './content-model';
import type { DocumentRow } from './document-rows';
import { readDocumentRows } from './read-rows';
import { ImportConflict } from './writer';

/** Makes sure that a document may be changed, and says which of its rows there are. */
export interface KnownDocument {
  readonly document: ImportDocument;
  /** Changes with each write to any row of the document. */
  readonly version: string;
  readonly rows: readonly DocumentRow[];
}

const versionOf = (rows: readonly DocumentRow[]): string =>
  rows.map(({ id, updatedAt }) => `${id} ${updatedAt}`).join(', ');

/**
 * Reads documents of one content type that are to be changed.
 * @throws ImportConflict for one that is not there, and for one whose draft holds changes that are not published
 */
export async function readKnownDocuments(
  trx: Knex.Transaction,
  model: ContentModel,
  documents: readonly ImportDocument[],
): Promise<KnownDocument[]> {
  const found = await readDocumentRows(
    trx,
    model,
    documents.map(({ documentId }) => documentId),
  );
  return documents.map((document) => {
    const { contentType, documentId, place } = document;
    const rows = found.get(documentId);
    if (!rows) throw new ImportConflict('document-gone', contentType, documentId, place);
    const isAhead = rows.some(
      ({ half, locale, updatedAt }) =>
        half === 'draft' &&
        rows.some(
          (other) => other.half === 'published' && other.locale === locale && updatedAt > other.updatedAt,
        ),
    );
    if (isAhead) throw new ImportConflict('document-has-draft-changes', contentType, documentId, place);
    return { document, rows, version: versionOf(rows) };
  });
}
