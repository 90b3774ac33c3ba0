import type { Core } from '@strapi/strapi';
import type { LocalizedText } from '../../languages/localized-text';
import type { ValueProblem } from '../values/result';
import type { AttributeValue, ImportDocument } from './import-document';
import type { ImportProblem, SourcePlace } from '../problem';
import type { ExistingDocument } from './existing-documents';

/** A document with all that will stand in it: what the source gives, over what there is. */
export interface RuledDocument {
  readonly document: ImportDocument;
  readonly existing: ExistingDocument | null;
  /** A shared attribute as it will be. */
  shared(attribute: string): AttributeValue;
  /** DocumentIds a relation will lead to. */
  relation(attribute: string): readonly string[];
  /** Where the value of a shared attribute, or of a part of one (`timeframe.endDate`), comes from. */
  placeOf(attribute: string): SourcePlace;
}

/** A problem of a document, and the attribute it is about, or the part of one (`timeframe.endDate`). */
export interface RuleProblem extends ValueProblem {
  readonly attribute?: string;
  /** The sentence, where the application's own words have it. */
  readonly message?: LocalizedText;
}

/** What an application wants of documents, beyond their schema. One object per import: it may remember what it has seen. */
export interface ImportRules {
  /** Attributes the rules read, by content type, besides those the mapping has. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /**
   * Reads what the rules need of the database: called before the first document that is new or differs is prepared or
   * checked, and perhaps again. A file that changes nothing does without.
   */
  load?(): Promise<void>;
  /**
   * Completes a document before it is checked, such as by a slug. The same answer for the same document again; of one
   * that is there already whether or not `load` was called.
   */
  prepare?(ruled: RuledDocument): ImportDocument;
  /** Called once for each document that is new or changed, in the order in which they are written. */
  check?(ruled: RuledDocument): readonly RuleProblem[];
  /**
   * Called once all documents were checked: what is wrong with them together. An error stops the whole import, also
   * one that keeps what is good.
   */
  finish?(): readonly ImportProblem[];
}

/** Starts the rules of an application for one import. */
export type StartImportRules = (strapi: Core.Strapi) => Promise<ImportRules>;
