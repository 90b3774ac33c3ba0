import { firstFault, isObject, type QueryFault } from './fault';
import { groupFault } from './filters';
import type { Named, NamedIn } from './model';
import { pageFault } from './values';

interface Place {
  readonly uid: string;
  readonly isComponent: boolean;
  readonly namedIn: NamedIn;
  /** The parameter of a part: `populate[milestones][filters]`. */
  readonly at: (part: string) => string;
}

const texts = (value: unknown): string[] =>
  [value].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : []));

function fieldsFault(fields: unknown, { isComponent, at }: Place): QueryFault | null {
  const names = texts(fields).map((name) => name.trim());
  if (names.some((name) => name === '')) return { code: 'EMPTY_FIELD', place: at('fields') };
  return isComponent && names.includes('documentId') ? { code: 'NO_SUCH_FIELD', place: at('fields') } : null;
}

/** Paths of a `sort`, in each notation. */
function sortPaths(sort: unknown): string[][] {
  if (Array.isArray(sort)) return sort.flatMap(sortPaths);
  if (isObject(sort)) {
    return Object.entries(sort).flatMap(([name, below]) =>
      isObject(below) ? sortPaths(below).map((path) => [name, ...path]) : [[name]],
    );
  }
  return texts(sort).map((key) => key.trim().split(':')[0]!.split('.'));
}

/** Components have no `documentId`, although Strapi assumes that everything has. */
function sortFault(sort: unknown, { uid, isComponent, namedIn, at }: Place): QueryFault | null {
  return firstFault(sortPaths(sort), (path) => {
    let inside = isComponent;
    let type: string | null = uid;
    for (const name of path) {
      if (inside && name === 'documentId') return { code: 'NO_SUCH_FIELD', place: at('sort') };
      const named: Named | null = type === null ? null : namedIn(type, name);
      type = named?.kind === 'group' ? named.target : null;
      inside = named?.kind === 'group' && named.isComponent;
    }
    return null;
  });
}

function populateFault(populate: unknown, { uid, namedIn, at }: Place): QueryFault | null {
  if (!isObject(populate)) return null;
  return firstFault(Object.entries(populate), ([name, below]) => {
    const named = namedIn(uid, name);
    if (!isObject(below) || named?.kind !== 'group') return null;
    const { target, isComponent } = named;
    const path = `${at('populate')}[${name}]`;
    return partsFault(below, { uid: target, isComponent, namedIn, at: (part) => `${path}[${part}]` });
  });
}

function partsFault(query: Readonly<Record<string, unknown>>, place: Place): QueryFault | null {
  const { uid, isComponent, namedIn, at } = place;
  const { filters, fields, sort, populate, pagination, start, limit } = query;
  return (
    (filters === undefined || filters === ''
      ? null
      : groupFault(filters, uid, namedIn, at('filters'), isComponent)) ??
    (fields === undefined ? null : fieldsFault(fields, place)) ??
    sortFault(sort, place) ??
    populateFault(populate, place) ??
    pageFault(pagination, at('pagination')) ??
    pageFault({ start, limit }, at('pagination'))
  );
}

/** The fault of a content API query that Strapi would only notice when the database fails; null without one. */
export function queryFault(
  query: Readonly<Record<string, unknown>>,
  uid: string,
  namedIn: NamedIn,
): QueryFault | null {
  if (query._q !== undefined && typeof query._q !== 'string') return { code: 'TEXT_NEEDED', place: '_q' };
  return partsFault(query, { uid, isComponent: false, namedIn, at: (part) => part });
}
