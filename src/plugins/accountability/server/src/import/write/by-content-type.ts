/** Groups what is about documents by their content type, in the order in which the types first come. Pure. */
export function byContentType<T>(list: readonly T[], contentTypeOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const contentType = contentTypeOf(one);
    const group = groups.get(contentType);
    if (group) group.push(one);
    else groups.set(contentType, [one]);
  }
  return groups;
}
