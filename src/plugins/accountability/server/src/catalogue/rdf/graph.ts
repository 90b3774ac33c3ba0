import type { LocalizedText } from '../../datasets/declaration';

/** A literal, with a language or a datatype (prefixed name). */
export interface Literal {
  readonly text: string;
  readonly language?: string;
  readonly datatype?: string;
}

export interface Reference {
  readonly iri: string;
}

/** A resource and its properties. A blank node is nested in the resource that references it. */
export interface Thing {
  readonly id?: string;
  /** Prefixed name: `dcat:Dataset`. */
  readonly type: string;
  /** By prefixed name, in the order in which they are written. */
  readonly properties: Readonly<Record<string, readonly Term[]>>;
}

export type Term = Literal | Reference | Thing;

/** A graph in tree form: the named resources, each once, and the prefixes of all names. */
export interface Graph {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly things: readonly Thing[];
}

export const reference = (iri: string): Reference => ({ iri });

export const literal = (text: string, datatype?: string): Literal => ({
  text,
  ...(datatype && { datatype }),
});

/** A text once per language. */
export const localized = (text: LocalizedText, languages: readonly string[]): Literal[] =>
  languages.map((language) => ({ text: text[language] ?? '', language }));

const FORBIDDEN_IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/g;

/** A valid IRI: characters that are not allowed are percent-encoded. */
export const iriText = (iri: string): string => iri.replace(FORBIDDEN_IN_IRI, encodeURIComponent);
