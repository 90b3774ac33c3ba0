import type { LocalizedText } from '../datasets/declaration';

/**
 * How much a text counts: `code` are numbers and identifiers of the document itself, `title` its name, `text` its
 * other texts, `related` texts of other documents.
 */
export const WEIGHTS = ['code', 'title', 'text', 'related'] as const;
export type Weight = (typeof WEIGHTS)[number];

/** A text of a document: an attribute, or `component.attribute`. */
export interface SearchText {
  readonly path: string;
  readonly weight: Weight;
}

/** Documents that a relation leads to, whose texts are found with the document. */
export interface SearchPlace {
  /** Name of the place in answers: `chapter`. */
  readonly name: string;
  /** What a reader calls it. */
  readonly label: LocalizedText;
  readonly relation: string;
  /** Attribute that names one of several: a code. */
  readonly code?: string;
  readonly texts: readonly string[];
  readonly places?: readonly SearchPlace[];
}

/** One kind of results. */
export interface SearchKind {
  readonly name: string;
  readonly contentType: string;
  /** Attribute that is shown as the title of a result; without it, its first text is. */
  readonly title?: string;
  /** Path of the page in each language, as in the feeds. */
  readonly page?: LocalizedText;
  /** Only found when it is asked for by its name. */
  readonly isApart?: boolean;
  /** Relation to the document that has to be public too. */
  readonly visibleWith?: string;
  /** Relation to a document of the same content type: nothing below one that is not public is public. */
  readonly visibleUnder?: string;
  readonly texts: readonly SearchText[];
  readonly places?: readonly SearchPlace[];
}

/** What the search has to know of a language. All functions are pure, and take words in lower case without accents. */
export interface SearchLanguage {
  /** Matches the words in its script, without the flag `g`. Words in another script are left to other languages. */
  readonly script: RegExp;
  /** A higher version rebuilds the index. */
  readonly version: number;
  /** Words that say nothing by themselves: a search for several words does without them. */
  readonly stopWords?: readonly string[];
  /** One spelling of letters that are written in several ways. */
  normalise?(word: string): string;
  /** What all inflected forms of a word have in common. */
  stem(word: string): string;
  /** Words of this language that a word in another script may be. */
  respell?(word: string): readonly string[];
}

/** The search of an application. */
export interface SearchDeclaration {
  readonly kinds: readonly SearchKind[];
  /** By language tag. Words of a language that is not among them are compared as they are written. */
  readonly languages?: Readonly<Record<string, SearchLanguage>>;
}
