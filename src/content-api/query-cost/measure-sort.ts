import type { ContentModel } from './content-model';
import { addTo, type Measured } from './measured';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Paths of a `sort`, whichever way it is written: `a:asc,b.c`, a list, or objects inside each other. */
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

/** Relations and components a path goes through. */
function joins([name, ...rest]: string[], uid: string, model: ContentModel): number {
  const attribute = name === undefined ? null : model.attribute(uid, name);
  if (attribute?.kind === 'relation') return 1 + joins(rest, attribute.target, model);
  if (attribute?.kind === 'component') return 1 + joins(rest, attribute.component, model);
  return attribute?.kind === 'media' ? 1 : 0;
}

/** Counts the keys of a `sort` and the joins they need. */
export function measureSort(
  sort: unknown,
  uid: string,
  model: ContentModel,
  measured: Measured,
  parameter: string,
): void {
  const paths = sortPaths(sort);
  addTo(measured, 'sortKeys', paths.length, parameter);
  addTo(measured, 'sortRepeats', paths.length - new Set(paths.map((path) => path.join('.'))).size, parameter);
  for (const path of paths) addTo(measured, 'sortJoins', joins(path, uid, model), parameter);
}
