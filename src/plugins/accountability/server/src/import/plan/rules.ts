import type { Core } from '@strapi/strapi';
import type { LocalizedText } from '../../languages/localized-text';
import type { ValueProblem } from '../values/result';
import type { AttributeValue, ImportDocument } from './import-document';
import type { ExistingDocument } from './existing-documents';

/** A document with all that will stand in it: what the source gives, over what there is. */
export interface RuledDocument {
  readonly document: ImportDocument;
  readonly existing: ExistingDocument | null;
  /** A shared attribute as it will be. */
  shared(attribute: string): AttributeValue;
  /** DocumentIds a relation will lead to. */
  relation(attribute: string): readonly string[];
}

/** A problem of a document, and the attribute it is about. */
export interface RuleProblem extends ValueProblem {
  readonly attribute?: string;
  /** The sentence, where the application's own words have it. */
  readonly message?: LocalizedText;
}

/** What an application wants of documents, beyond their schema. One object per import: it may remember what it has seen. */
export interface ImportRules {
  /** Attributes the rules read, by content type, besides those the mapping has. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /** Completes a document before it is checked, such as by a slug. The same answer for the same document again. */
  prepare?(ruled: RuledDocument): ImportDocument;
  /** Called once for each document that is new or changed, in the order in which they are written. */
  check?(ruled: RuledDocument): readonly RuleProblem[];
}

/** Starts the rules of an application for one import; reads what they need of the database. */
export type StartImportRules = (strapi: Core.Strapi) => Promise<ImportRules>;
