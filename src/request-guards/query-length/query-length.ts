/** What decides how long the query of an address may be. */
export interface QueryLengthLimits {
  /** Of every public address. */
  readonly most: number;
  /** Of those that look at a token, for a request that has one: what the token allows is decided where it is known. */
  readonly withToken: number;
}

/** A query that is too long. */
export interface TooLong {
  readonly most: number;
  readonly received: number;
}

/**
 * Whether the query of a request is too long, as the number of its characters: what comes after this reads it.
 * @param querystring as it was sent, without the question mark
 */
export function tooLongQuery(
  querystring: string,
  { most, withToken }: QueryLengthLimits,
  hasToken: boolean,
): TooLong | null {
  const limit = hasToken ? Math.max(most, withToken) : most;
  return querystring.length > limit ? { most: limit, received: querystring.length } : null;
}
