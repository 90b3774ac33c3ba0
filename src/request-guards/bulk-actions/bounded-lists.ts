/** A list of a body that names more entries than one request may. */
export interface TooMany {
  readonly list: string;
  readonly received: number;
}

/**
 * What a bulk action is to be done with: its body with each entry of its lists once, or the first list that is too
 * long, repeats among it. What is no list stays as it is, for Strapi to refuse. Pure.
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
