import type { DocumentTable } from '../mapping/declaration';
import type { SourcePlace } from '../problem';
import type { Difference } from './compare';
import type { ImportDocument } from './import-document';
import type { RowReader } from './row-reader';
import type { RowReading } from './row-reading';

export type Verdict = 'created' | 'changed' | 'unchanged' | 'refused';

export interface PlannedDocument {
  readonly verdict: Verdict;
  readonly place: SourcePlace;
  readonly contentType: string;
  /** What identifies it in the source, for people. */
  readonly key: string;
  /** To be written: what differs. Null where nothing is. */
  readonly document: ImportDocument | null;
  readonly differences: readonly Difference[];
}

/** A row with the table it was read by. */
export interface Candidate {
  readonly reading: RowReading;
  readonly table: DocumentTable;
  readonly reader: RowReader;
}

/** A row with the document it is about. */
export interface Resolved {
  readonly candidate: Candidate;
  readonly key: string;
  readonly wanted: ImportDocument;
}

/** A row that nothing is written of. */
export const refusal = (contentType: string, { reading }: Candidate, key: string): PlannedDocument => ({
  verdict: 'refused',
  place: reading.place,
  contentType,
  key,
  document: null,
  differences: [],
});
