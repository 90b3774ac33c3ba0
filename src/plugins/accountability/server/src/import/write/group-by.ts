/** Groups a list by what its items have in common, such as their content type, in the order in which it first comes. Pure. */
export function groupBy<T>(list: readonly T[], commonOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const common = commonOf(one);
    const group = groups.get(common);
    if (group) group.push(one);
    else groups.set(common, [one]);
  }
  return groups;
}
