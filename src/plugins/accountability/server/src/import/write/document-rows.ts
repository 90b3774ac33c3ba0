/** A half of a document; `only` where its content type has no drafts. */
export type Half = 'draft' | 'published' | 'only';

/** A row of a document: one language, draft or published. */
export interface DocumentRow {
  readonly id: number;
  readonly half: Half;
  /** Null for a content type without languages. */
  readonly locale: string | null;
  /** When it was last written, in milliseconds; 0 for a row that is being made. */
  readonly updatedAt: number;
}

/** Halves of a new document, in the order in which they are written. */
export const halvesOf = (hasDrafts: boolean): readonly Half[] =>
  hasDrafts ? ['draft', 'published'] : ['only'];

/**
 * Rows of a relation's target that a row leads to: of the same half and language. Where one side knows no drafts it
 * leads to and from both halves of the other; a side without languages stands in the default one. Pure.
 */
export function linkedRows(
  source: DocumentRow,
  targets: readonly DocumentRow[],
  defaultLocale: string,
): readonly DocumentRow[] {
  return targets.filter(
    (target) =>
      (source.half === 'only' || target.half === 'only' || source.half === target.half) &&
      (target.locale === null || target.locale === (source.locale ?? defaultLocale)),
  );
}
