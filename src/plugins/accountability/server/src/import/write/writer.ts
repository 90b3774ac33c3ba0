import type { Knex } from 'knex';
import type { ImportDocument } from '../plan/import-document';
import type { SourcePlace } from '../problem';

/** Why a document that is there may not be overwritten: `failures.<code>` in the word files. */
export type ConflictCode = 'document-changed' | 'document-gone' | 'document-has-draft-changes';

/** A document may not be overwritten: somebody else is at it. Nothing of the import is written then. */
export class ImportConflict extends Error {
  constructor(
    readonly code: ConflictCode,
    readonly contentType: string,
    readonly documentId: string,
    /** Where the row of the document is. */
    readonly place: SourcePlace,
  ) {
    super(`${contentType} ${documentId} cannot be overwritten: ${code}`);
    this.name = 'ImportConflict';
  }
}

/** What an import has written. */
export interface WrittenCounts {
  /** Documents, by content type. */
  readonly created: Readonly<Record<string, number>>;
  readonly changed: Readonly<Record<string, number>>;
}

/**
 * Writes the documents of one import past the document service, all or nothing.
 *
 * Documents come in the order in which they can be linked: what a relation leads to comes before it. A document in
 * `add` that is not new is changed in the attributes it names, in draft and published; it is known to differ.
 */
export interface ImportWriter {
  /** Takes some hundreds of documents. @throws ImportConflict for a document that may not be changed */
  add(documents: readonly ImportDocument[]): Promise<void>;
  /**
   * Makes everything visible at once, with its history and the change log. Nobody sees any of it before.
   * @param record writes in the same transaction, such as that the import is done
   * @throws ImportConflict for a document that somebody has changed since it was added
   */
  commit(record?: (trx: Knex.Transaction) => Promise<void>): Promise<WrittenCounts>;
  /** Takes back what has been written. Safe to call at any time before the commit. */
  abandon(): Promise<void>;
}
