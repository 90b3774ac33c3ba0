/** Filters of the queue, as in the page's URL; `state` is `all` for every state. */
export const FILTERS = [
  'state',
  'reported',
  'subject',
  'language',
  'score',
  'from',
  'to',
  'search',
  'order',
] as const;

export type FilterName = (typeof FILTERS)[number];
export type Filters = Readonly<Partial<Record<FilterName, string>>>;

export const ALL = 'all';

/** Parses the filters in the page's URL; other parameters are ignored. */
export const filtersIn = (address: URLSearchParams): Filters =>
  Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = address.get(name);
      return value ? [[name, value]] : [];
    }),
  );

/** The same filters with changes; an empty one is removed. */
export const changed = (filters: Filters, changes: Filters): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...filters, ...changes }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    ),
  );

/**
 * Query parameters of the request. The default state is those that wait for a decision; reported comments are
 * searched in every state.
 */
export function parametersOf(filters: Filters, initial: string): string {
  const { state = filters.reported ? ALL : initial, ...others } = filters;
  const given = Object.entries(others).filter(([, value]) => value !== '');
  return new URLSearchParams({ ...(state !== ALL && { state }), ...Object.fromEntries(given) }).toString();
}
