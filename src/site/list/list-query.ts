import type { ParsedUrlQuery } from 'node:querystring';
import { isLanguage, type Language } from '../languages';
import { pagePath, type Parameters } from '../addresses';

/** Filters of the list by their parameter; each has one value, or none: `null`. */
export const FILTERS = [
  'plan',
  'status',
  'overdue',
  'agency',
  'partner',
  'area',
  'assessment',
  'percent',
  'ogp',
  'sdg',
  'year',
] as const;
export type FilterName = (typeof FILTERS)[number];

/** The least progress that can be chosen, in percent as stated. */
export const PERCENTS = ['25', '50', '75', '100'] as const;

/** Sort orders of the list; the first one is the plan's own, and `relevance` only there is with a search. */
export const SORTS = ['plan', 'relevance', 'title', 'end', '-end', '-updated', 'progress'] as const;
export type Sort = (typeof SORTS)[number];

/** The order of a list for which none is chosen. */
export const usualSort = ({ search }: { readonly search: string }): Sort =>
  search === '' ? 'plan' : 'relevance';

/** The parsed query of the list. */
export interface ListQuery {
  readonly search: string;
  readonly filters: Readonly<Record<FilterName, string | null>>;
  readonly sort: Sort;
  /** From 1 on. */
  readonly page: number;
}

/** Maximum length of a search; longer ones are truncated. */
const MAX_LENGTH = 200;

/** Formats of values that are compared with dates and booleans. */
const FORMS: Readonly<Partial<Record<FilterName, RegExp>>> = {
  year: /^\d{4}$/,
  overdue: /^(true|false)$/,
  percent: /^(25|50|75|100)$/,
};

function valueOf(parameter: unknown): string {
  const first: unknown = Array.isArray(parameter) ? parameter[0] : parameter;
  return typeof first === 'string' ? first.trim().slice(0, MAX_LENGTH) : '';
}

/** Parses the parameters of the list's address. Invalid ones are ignored. */
export function readListQuery(query: ParsedUrlQuery | Readonly<Record<string, unknown>>): ListQuery {
  const search = valueOf(query.q);
  const known = SORTS.find((sort) => sort === valueOf(query.sort));
  const page = /^\d{1,6}$/.test(valueOf(query.page)) ? Number(valueOf(query.page)) : 1;
  const filters = Object.fromEntries(
    FILTERS.map((name) => [
      name,
      (FORMS[name] ?? /./).test(valueOf(query[name])) ? valueOf(query[name]) : null,
    ]),
  );
  return {
    search,
    filters: filters as ListQuery['filters'],
    sort: known && (known !== 'relevance' || search !== '') ? known : usualSort({ search }),
    page: Math.max(1, page),
  };
}

/** The language in an address; null for none, or for one that is not the site's. */
export function readLanguage(query: Readonly<Record<string, unknown>>): Language | null {
  const code = valueOf(query.locale);
  return isLanguage(code) ? code : null;
}

/** The parameters of a query, without defaults. */
export const listParameters = ({ search, filters, sort, page }: ListQuery): Parameters => ({
  q: search,
  ...filters,
  sort: sort === usualSort({ search }) ? null : sort,
  page: page === 1 ? null : page,
});

/** Address of the list, with changes. A change returns to the first page. */
export const listPath = (query: ListQuery, language: Language, change: Partial<ListQuery> = {}): string =>
  pagePath('/commitments', language, listParameters({ ...query, page: 1, ...change }));

/** Address of the list with filters only. */
export const filteredPath = (filters: Partial<ListQuery['filters']>, language: Language): string =>
  pagePath('/commitments', language, filters);

/** Whether any filter is set. */
export const isNarrowed = ({ search, filters }: ListQuery): boolean =>
  search !== '' || Object.values(filters).some((value) => value !== null);
