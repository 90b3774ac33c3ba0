/** Limits of a query's length. */
export interface QueryLengthLimits {
  /** Of every public route. */
  readonly most: number;
  /** Of routes with tokens, for a request with one: the token's own limit is checked where it is known. */
  readonly withToken: number;
}

/** A query that is too long. */
export interface TooLong {
  readonly most: number;
  readonly received: number;
}

/**
 * Whether the query of a request is too long, by its number of characters.
 * @param querystring as received, without the question mark
 */
export function tooLongQuery(
  querystring: string,
  { most, withToken }: QueryLengthLimits,
  hasToken: boolean,
): TooLong | null {
  const limit = hasToken ? Math.max(most, withToken) : most;
  return querystring.length > limit ? { most: limit, received: querystring.length } : null;
}
