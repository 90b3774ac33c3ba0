/** What narrows the queue, as the page's address has it; `state` is `all` for every state. */
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

/** The filters in the page's address; what else stands there is passed over. */
export const filtersIn = (address: URLSearchParams): Filters =>
  Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = address.get(name);
      return value ? [[name, value]] : [];
    }),
  );

/** The same filters with some changed; an empty one goes. */
export const changed = (filters: Filters, changes: Filters): Record<string, string> =>
  Object.fromEntries(
    Object.entries({ ...filters, ...changes }).filter((entry): entry is [string, string] =>
      Boolean(entry[1]),
    ),
  );

/**
 * The parameters the server is asked with. Without a state those are meant that wait for a decision; what readers
 * reported is looked for in every state.
 */
export function parametersOf(filters: Filters, initial: string): string {
  const { state = filters.reported ? ALL : initial, ...others } = filters;
  const given = Object.entries(others).filter(([, value]) => value !== '');
  return new URLSearchParams({ ...(state !== ALL && { state }), ...Object.fromEntries(given) }).toString();
}
