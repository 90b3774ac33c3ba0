/** How many rows one row leads to by an attribute. */
export interface FanOut {
  readonly average: number;
  readonly most: number;
}

/** How large the content is. */
export interface Sizes {
  /** Documents of a content type. */
  count(uid: string): number;
  fanOut(uid: string, attribute: string): FanOut;
}

/** The most rows of a list that a frontend has not asked for in number. */
const DEFAULT_PAGE = 25;
const LARGEST_PAGE = 1_000;

/** How many documents a list may give by its `pagination`. */
export function pageSize(pagination: unknown): number {
  const { pageSize: size, limit } = (pagination ?? {}) as { pageSize?: unknown; limit?: unknown };
  const asked = size ?? limit;
  if (asked === undefined) return DEFAULT_PAGE;
  const number = Number(asked);
  return number > 0 ? Math.min(number, LARGEST_PAGE) : LARGEST_PAGE;
}

/** To how many rows some rows lead: as many as is usual, and one of them may be the one that leads to most. */
export const leadsTo = (rows: number, { average, most }: FanOut): number =>
  Math.ceil(Math.min(rows * most, rows * average + most));
