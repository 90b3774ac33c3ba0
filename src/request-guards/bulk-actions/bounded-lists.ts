/** A list with more entries than one request may have. */
export interface TooMany {
  readonly list: string;
  readonly received: number;
}

/**
 * The body of a bulk action with each entry of its lists once, or the first list that is too long, duplicates
 * included. Values other than lists are left for Strapi to reject. Pure.
 * @param lists names of the members of the body that are lists of ids
 */
export function boundedLists(
  body: Readonly<Record<string, unknown>>,
  lists: readonly string[],
  most: number,
): { readonly body: Record<string, unknown> } | { readonly tooMany: TooMany } {
  const bounded = { ...body };
  for (const list of lists) {
    const ids = body[list];
    if (!Array.isArray(ids)) continue;
    if (ids.length > most) return { tooMany: { list, received: ids.length } };
    bounded[list] = [...new Set<unknown>(ids)];
  }
  return { body: bounded };
}
