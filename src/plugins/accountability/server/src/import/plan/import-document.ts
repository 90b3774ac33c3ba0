import type { Precision } from '../../dates/partial-date';
import type { SourcePlace } from '../problem';

/** A value of an attribute as the content API takes it: scalars, and objects or lists of objects for components. */
export type AttributeValue =
  | string
  | number
  | boolean
  | null
  | { readonly [attribute: string]: AttributeValue }
  | readonly AttributeValue[];

export type AttributeValues = Readonly<Record<string, AttributeValue>>;

/** A state of a document that a source gives, in the order of its history. */
export interface ImportedState {
  readonly workflow: string;
  readonly state: string;
  /** First day of the period of the precision; null where the source gives none. */
  readonly asOf: { readonly date: string; readonly precision: Precision } | null;
  /** Where it is known from, or why it came about. */
  readonly reason: string | null;
  /**
   * A move of another site of this software, copied from its history: what was recorded there is kept as it was.
   * Null for a state that this import records.
   */
  readonly copied: {
    readonly transition: string;
    readonly fromState: string | null;
    readonly version: number;
    readonly at: Date;
  } | null;
}

/**
 * A document as a source wants it. Attributes that the source does not have are absent and stay as they are; an empty
 * cell is null, which empties the attribute.
 */
export interface ImportDocument {
  readonly contentType: string;
  /** Of the document there is, or a new one's. */
  readonly documentId: string;
  readonly isNew: boolean;
  /** Where its row is; column null. */
  readonly place: SourcePlace;
  /** Attributes that all languages share: scalars and components. */
  readonly shared: AttributeValues;
  /** By language the attributes that it has for itself. A new document has versions in these languages. */
  readonly localized: Readonly<Record<string, AttributeValues>>;
  /** By relation the documentIds of what it leads to, in order; owning sides only. */
  readonly relations: Readonly<Record<string, readonly string[]>>;
  readonly states: readonly ImportedState[];
  /** Of a new document; now where the source gives none. */
  readonly updatedAt: Date | null;
}
