import type { LocalizedText } from '../../datasets/declaration';

/** A text, in a language or of a datatype (prefixed name). */
export interface Literal {
  readonly text: string;
  readonly language?: string;
  readonly datatype?: string;
}

export interface Reference {
  readonly iri: string;
}

/** A thing and what is said of it. One without an address of its own stands inside the one that names it. */
export interface Thing {
  readonly id?: string;
  /** Prefixed name: `dcat:Dataset`. */
  readonly type: string;
  /** By prefixed name, in the order in which they are written. */
  readonly properties: Readonly<Record<string, readonly Term[]>>;
}

export type Term = Literal | Reference | Thing;

/** A graph in tree form: the things that have an address, each once, and the prefixes of all names. */
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

/** An address as RDF allows it: what may not stand in one is percent-encoded. */
export const iriText = (iri: string): string => iri.replace(FORBIDDEN_IN_IRI, encodeURIComponent);
