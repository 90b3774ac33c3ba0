import type { Term } from '../query/parse-query';

/** A term as the databases look for it. */
export type MatchTerm = Pick<Term, 'alternatives' | 'prefixes'>;

const quoted = (token: string): string => `"${token.replaceAll('"', '""')}"`;

/** The terms in the query language of FTS5: all of them, each as any of its alternatives. Pure. */
export const fts5Query = (terms: readonly MatchTerm[]): string =>
  terms
    .map(({ alternatives, prefixes }) => {
      const any = [
        ...alternatives.map((tokens) => quoted(tokens.join(' '))),
        ...prefixes.map((prefix) => `${quoted(prefix)} *`),
      ];
      return `(${any.join(' OR ')})`;
    })
    .join(' AND ');

/** A token in the notation of `tsquery` and `tsvector`. Pure. */
export const lexeme = (token: string): string => `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** The same as a `tsquery`. @param mark put before each token. Pure. */
export const tsQuery = (terms: readonly MatchTerm[], mark = ''): string =>
  terms
    .map(({ alternatives, prefixes }) => {
      const any = [
        ...alternatives.map((tokens) => `(${tokens.map((token) => lexeme(mark + token)).join(' <-> ')})`),
        ...prefixes.map((prefix) => `${lexeme(mark + prefix)}:*`),
      ];
      return `(${any.join(' | ')})`;
    })
    .join(' & ');
