import type { Core } from '@strapi/strapi';
import type { LocalizedText } from '../datasets/declaration';

/** A warning about a document. It blocks nothing. */
export interface Warning {
  /** Stable, for programs. */
  readonly code: string;
  /** Path of the attribute, and inside of it; empty for the document as a whole. */
  readonly path: readonly string[];
  /** The message. */
  readonly messages: LocalizedText;
  /** The language of the site it is about, if any. */
  readonly language?: string;
  /** Set where it blocks publishing: a published document with it is older than the rule. */
  readonly isFault?: boolean;
}

/** Input of a check: all rows of a document, draft or published. */
export interface WarningContext {
  /** The row in the first available language, populated as requested. */
  readonly document: Readonly<Record<string, unknown>>;
  /** The row in each existing language: `{ en: {…}, fr: {…} }`. */
  readonly languages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Every language of the site. */
  readonly siteLanguages: readonly string[];
  /** ISO day. */
  readonly today: string;
}

export interface WarningsDeclaration {
  /** Uid of the content type; declared once. */
  readonly contentType: string;
  /** Components and relations to populate, in the terms of Strapi's query engine. */
  readonly populate?: Readonly<Record<string, unknown>>;
  /**
   * Checks a document; changes nothing.
   * @param strapi for what relations do not show, such as a value that another document has too
   */
  find(facts: WarningContext, strapi: Core.Strapi): readonly Warning[] | Promise<readonly Warning[]>;
}
