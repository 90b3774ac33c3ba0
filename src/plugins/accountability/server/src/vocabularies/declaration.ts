/** An enumeration of a content type or component. */
export interface VocabularyAttribute {
  /** Uid of the content type or component. */
  readonly model: string;
  readonly attribute: string;
}

/** A vocabulary an application chooses at its start, in place of the one its schemas have. */
export interface VocabularyDeclaration {
  /** What messages call it: the setting it is chosen with. */
  readonly name: string;
  /** The codes there are, in their order. */
  readonly codes: readonly string[];
  /** The enumerations that have these codes, whatever their schemas say. */
  readonly attributes: readonly VocabularyAttribute[];
  /**
   * Codes of an earlier choice, each with the code that takes its place: the start replaces them in every row, in one
   * transaction. For content types only: what a component holds belongs to documents of several types.
   */
  readonly renamed?: Readonly<Record<string, string>>;
  /** What to do about a database that has other values; in English, as it stops the start. */
  readonly remedy: string;
}

/**
 * Declares the codes of enumerations. Schemas keep a choice for whoever reads them; the declaration overrides it when the
 * application starts, before anything reads the content types. A database with other values stops the start.
 */
export const defineVocabulary = (declaration: VocabularyDeclaration): VocabularyDeclaration => declaration;
