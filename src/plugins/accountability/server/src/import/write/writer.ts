import type { ImportDocument } from '../plan/import-document';

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
  /** Takes some hundreds of documents of one content type. */
  add(documents: readonly ImportDocument[]): Promise<void>;
  /** Makes everything visible at once, with its history and the change log. Nobody sees any of it before. */
  commit(): Promise<WrittenCounts>;
  /** Takes back what has been written. Safe to call at any time before the commit. */
  abandon(): Promise<void>;
}
