import { z } from 'zod';
import { parseQuery } from '../http/parse-query';
import { ProblemError } from '../http/problem-details';
import { MAX_QUERY_LENGTH } from './query/parse-query';
import { MAX_FOUND } from './find-entries';
import { USUAL_PAGE, type SearchRequest } from './search-documents';

export const MAX_PAGE_SIZE = 100;

const wholeNumber = (max: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((value) => value >= 1 && value <= max);

/** @throws ProblemError 400 that names every invalid parameter */
export function parseSearchQuery(
  query: unknown,
  { kinds, languages }: { readonly kinds: readonly string[]; readonly languages: readonly string[] },
): Required<Pick<SearchRequest, 'text' | 'locale' | 'page' | 'pageSize'>> & { readonly kind?: string } {
  const shape = {
    q: z
      .string()
      .max(MAX_QUERY_LENGTH)
      .refine((text) => text.trim() !== ''),
    locale: z.enum(languages).default(languages[0] ?? ''),
    kind: z.enum(kinds).optional(),
    page: wholeNumber(MAX_FOUND).default(1),
    pageSize: wholeNumber(MAX_PAGE_SIZE).default(USUAL_PAGE),
  };
  const { q: text, ...rest } = parseQuery(query, shape, {
    q: { key: 'not-searchable', received: String(MAX_QUERY_LENGTH) },
    locale: { key: 'unknown-locale', known: languages },
    kind: { key: 'invalid-value', known: kinds },
    page: { key: 'not-limit', received: String(MAX_FOUND) },
    pageSize: { key: 'not-limit', received: String(MAX_PAGE_SIZE) },
  });
  if ((rest.page - 1) * rest.pageSize < MAX_FOUND) return { text, ...rest };
  throw new ProblemError('invalid-query', {
    errors: [{ parameter: 'page', key: 'too-far', received: String(MAX_FOUND) }],
  });
}
