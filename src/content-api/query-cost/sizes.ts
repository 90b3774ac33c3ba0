/** Number of rows of an attribute per row. */
export interface FanOut {
  readonly average: number;
  readonly most: number;
}

/** Content sizes. */
export interface Sizes {
  /** Documents of a content type. */
  count(uid: string): number;
  fanOut(uid: string, attribute: string): FanOut;
}

/** Maximum rows of a list without an explicit page size. */
const DEFAULT_PAGE = 25;
const MAX_PAGE_SIZE = 1_000;

/** Maximum documents of a list, by its `pagination`. */
export function pageSize(pagination: unknown): number {
  const { pageSize: size, limit } = (pagination ?? {}) as { pageSize?: unknown; limit?: unknown };
  const asked = size ?? limit;
  if (asked === undefined) return DEFAULT_PAGE;
  const number = Number(asked);
  return number > 0 ? Math.min(number, MAX_PAGE_SIZE) : MAX_PAGE_SIZE;
}

/** Number of related rows of some rows: the average, with one of them having the maximum. */
export const leadsTo = (rows: number, { average, most }: FanOut): number =>
  Math.ceil(Math.min(rows * most, rows * average + most));
