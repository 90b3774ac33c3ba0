import type { ContentWarning } from './warning';

/** A document with a code, as its plan or commitment lists it. */
export interface Coded {
  readonly documentId: string;
  readonly code?: string | null;
}

/**
 * A code shared with another document of the plan, where a site allows it. Pure.
 * @param others documents with codes, this one included
 */
export const codeUsedTwice = (
  { documentId, code }: Partial<Coded>,
  others: readonly Coded[] | null | undefined,
): ContentWarning[] =>
  code && others?.some((other) => other.documentId !== documentId && other.code === code)
    ? [{ code: 'code-used-twice', path: ['code'] }]
    : [];
