import type { Precision } from '../../dates/partial-date';
import type { ImportProblem, SourcePlace } from '../problem';
import type { AttributeValue } from './import-document';

/** A document another one leads to, as a row names it. */
export interface Reference {
  readonly contentType: string;
  /** Attributes by which it is found, the first to be asked first. */
  readonly by: readonly string[];
  readonly value: string;
  /** Header of the column. */
  readonly column: string | null;
}

/** A state of a workflow that a row gives. */
export interface ReadState {
  state: string | null;
  asOf: { date: string; precision: Precision } | null;
  reason: string | null;
}

/** What one row says of a document, before anything is looked up. */
export interface RowReading {
  readonly place: SourcePlace;
  documentId: string | null;
  updatedAt: Date | null;
  readonly shared: Record<string, AttributeValue>;
  readonly localized: Record<string, Record<string, AttributeValue>>;
  /** By relation; an empty list empties it. */
  readonly references: Record<string, Reference[]>;
  /** By workflow. */
  readonly states: Record<string, ReadState>;
  readonly problems: ImportProblem[];
}

export const emptyReading = (place: SourcePlace): RowReading => ({
  place,
  documentId: null,
  updatedAt: null,
  shared: {},
  localized: {},
  references: {},
  states: {},
  problems: [],
});
