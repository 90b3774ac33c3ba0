import type { ParsedUrlQuery } from 'node:querystring';
import { isLanguage, type Language } from '../languages';
import { pagePath, type Parameters } from '../addresses';

/** Filters of the list by their parameter; each has one value, or none: `null`. */
export const FILTERS = ['plan', 'status', 'assessment', 'agency', 'ogp', 'sdg', 'year', 'overdue'] as const;
export type FilterName = (typeof FILTERS)[number];

/** Orders of the list; the first one is the plan's own. */
export const SORTS = ['plan', 'title', 'end', '-end', '-updated', 'progress'] as const;
export type Sort = (typeof SORTS)[number];

/** What a reader of the list has asked for. */
export interface ListQuery {
  readonly search: string;
  readonly filters: Readonly<Record<FilterName, string | null>>;
  readonly sort: Sort;
  /** From 1 on. */
  readonly page: number;
}

/** Longer ones are cut: nobody searches for them. */
const LONGEST = 200;

/** What values look like that are compared with dates and truths. */
const FORMS: Readonly<Partial<Record<FilterName, RegExp>>> = { year: /^\d{4}$/, overdue: /^(true|false)$/ };

function valueOf(parameter: unknown): string {
  const first: unknown = Array.isArray(parameter) ? parameter[0] : parameter;
  return typeof first === 'string' ? first.trim().slice(0, LONGEST) : '';
}

/** Reads the parameters of the list's address. What cannot be read is as if it was not there. */
export function readListQuery(query: ParsedUrlQuery | Readonly<Record<string, unknown>>): ListQuery {
  const sort = valueOf(query.sort);
  const page = /^\d{1,6}$/.test(valueOf(query.page)) ? Number(valueOf(query.page)) : 1;
  const filters = Object.fromEntries(
    FILTERS.map((name) => [
      name,
      (FORMS[name] ?? /./).test(valueOf(query[name])) ? valueOf(query[name]) : null,
    ]),
  );
  return {
    search: valueOf(query.q),
    filters: filters as ListQuery['filters'],
    sort: SORTS.find((known) => known === sort) ?? SORTS[0],
    page: Math.max(1, page),
  };
}

/** The language an address asks for; null where it asks for none, or for one the site does not speak. */
export function readLanguage(query: Readonly<Record<string, unknown>>): Language | null {
  const code = valueOf(query.locale);
  return isLanguage(code) ? code : null;
}

/** The parameters of a query, without what is usual. */
export const listParameters = ({ search, filters, sort, page }: ListQuery): Parameters => ({
  q: search,
  ...filters,
  sort: sort === SORTS[0] ? null : sort,
  page: page === 1 ? null : page,
});

/** Address of the list as it is, or with something else. A change leads back to the first page. */
export const listPath = (query: ListQuery, language: Language, change: Partial<ListQuery> = {}): string =>
  pagePath('/commitments', language, listParameters({ ...query, page: 1, ...change }));

/** Address of the list with filters only. */
export const filteredPath = (filters: Partial<ListQuery['filters']>, language: Language): string =>
  pagePath('/commitments', language, filters);

/** Whether the list is narrowed down. */
export const isNarrowed = ({ search, filters }: ListQuery): boolean =>
  search !== '' || Object.values(filters).some((value) => value !== null);
