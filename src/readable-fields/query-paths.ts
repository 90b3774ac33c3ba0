/** A path of attributes in a filter or sort. */
export type Path = readonly string[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/**
 * Attribute paths of filters, without operators and list indexes. Iterative, so that no depth overflows the stack.
 */
function filterPaths(filters: unknown): Path[] {
  const paths: Path[] = [];
  const open: { value: unknown; path: Path }[] = [{ value: filters, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    if (!isObject(value)) continue;
    for (const [key, inner] of Object.entries(value)) {
      const isStep = !key.startsWith('$') && !Array.isArray(value) && !/^\d+$/.test(key);
      const at = isStep ? [...path, ...key.split('.')] : path;
      if (isStep) paths.push(at);
      open.push({ value: inner, path: at });
    }
  }
  return paths;
}

/** `a.b:asc,c`, a list of such texts, or an object. */
function sortPaths(sort: unknown): Path[] {
  if (typeof sort === 'string') {
    return sort.split(',').map((key) => (key.split(':')[0] ?? '').trim().split('.'));
  }
  if (Array.isArray(sort)) return sort.flatMap((one) => sortPaths(one));
  if (!isObject(sort)) return [];
  return Object.entries(sort).flatMap(([key, inner]) => {
    if (/^\d+$/.test(key)) return sortPaths(inner);
    const path = key.split('.');
    return isObject(inner) ? sortPaths(inner).map((below) => [...path, ...below]) : [path];
  });
}

/** All paths a query filters or sorts by, with their parameter. Pure. */
export const queryPaths = (
  query: Readonly<Record<string, unknown>>,
): { readonly parameter: 'filters' | 'sort'; readonly path: Path }[] => [
  ...filterPaths(query.filters).map((path) => ({ parameter: 'filters' as const, path })),
  ...sortPaths(query.sort).map((path) => ({ parameter: 'sort' as const, path })),
];
