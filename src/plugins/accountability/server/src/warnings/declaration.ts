import type { Core } from '@strapi/strapi';
import type { LocalizedText } from '../datasets/declaration';

/** Something in a document that is worth a look. Nobody is refused for it. */
export interface Warning {
  /** Stable, for programs. */
  readonly code: string;
  /** The attribute it is about and the way inside it; empty for the document as a whole. */
  readonly path: readonly string[];
  /** The same as a sentence. */
  readonly messages: LocalizedText;
  /** The language of the site it is about, where it is about one: to be mended there. */
  readonly language?: string;
  /** Set where publishing is refused for it: what is published with it is older than the refusal. */
  readonly isFault?: boolean;
}

/** What a look at a document may read: all of one half, draft or published. */
export interface WarningContext {
  /** The row in the language that has one first, with what was asked for. */
  readonly document: Readonly<Record<string, unknown>>;
  /** The row in each language there is: `{ en: {…}, fr: {…} }`. */
  readonly languages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Every language of the site. */
  readonly siteLanguages: readonly string[];
  /** ISO day. */
  readonly today: string;
}

export interface WarningsDeclaration {
  /** Uid of the content type; it is declared once. */
  readonly contentType: string;
  /** Components and relations to load with a document, in the terms of Strapi's query engine. */
  readonly populate?: Readonly<Record<string, unknown>>;
  /**
   * Looks at a document.
   * @param strapi for what relations cannot tell, such as a value another document has too; it changes nothing
   */
  find(facts: WarningContext, strapi: Core.Strapi): readonly Warning[] | Promise<readonly Warning[]>;
}
