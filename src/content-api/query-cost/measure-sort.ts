import { addJoin, addTo, type Measuring } from './measured';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Paths of a `sort`, in each notation: `a:asc,b.c`, a list, or nested objects. */
function sortPaths(sort: unknown): string[][] {
  if (typeof sort === 'string') {
    return sort.split(',').flatMap((one) => {
      const path = one.split(':')[0]!.trim();
      return path ? [path.split('.')] : [];
    });
  }
  if (Array.isArray(sort)) return sort.flatMap(sortPaths);
  if (!isRecord(sort)) return [];
  return Object.entries(sort).flatMap(([key, value]) => {
    if (/^\d+$/.test(key)) return sortPaths(value);
    if (!isRecord(value)) return [key.split('.')];
    return sortPaths(value).map((rest) => [...key.split('.'), ...rest]);
  });
}

/**
 * Counts the keys of a `sort` and their joins.
 * @param at attribute path from the root content type to `uid`, with a trailing dot; empty at the top
 */
export function measureSort(
  sort: unknown,
  uid: string,
  measuring: Measuring,
  parameter: string,
  at: string,
): void {
  const { model, measured } = measuring;
  const paths = sortPaths(sort);
  addTo(measured, 'sortKeys', paths.length, parameter);
  addTo(measured, 'sortRepeats', paths.length - new Set(paths.map((path) => path.join('.'))).size, parameter);
  for (const path of paths) {
    let type = uid;
    for (const [index, name] of path.entries()) {
      const attribute = model.attribute(type, name);
      if (attribute?.kind !== 'relation' && attribute?.kind !== 'component') break;
      addJoin(
        measuring,
        { path: at + path.slice(0, index + 1).join('.'), isList: attribute.isList, uid: type, name },
        parameter,
      );
      type = attribute.target;
    }
  }
}
