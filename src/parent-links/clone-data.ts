import type { ChildRelation } from './child-relations';

type Data = Record<string, unknown>;

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNamed = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;

/**
 * The children a request names for a clone, in the notation that includes none of the original's.
 *
 * Strapi gives a clone every child of the original that the request omits, and merges lists by position. A child
 * belongs to one parent only, so the original would lose what the clone gets.
 */
function namedChildren(value: unknown): { set: unknown[] } | { connect: unknown } {
  if (!isRecord(value)) return { set: isNamed(value) ? [value].flat() : [] };
  if (isNamed(value.set)) return { set: [value.set].flat() };
  if (isNamed(value.connect)) return { connect: value.connect };
  const isOneDocument = 'documentId' in value || 'id' in value;
  return { set: isOneDocument ? [value] : [] };
}

/** Data of a clone: the request's data, with only the children it names. */
export function cloneData(data: Data, relations: readonly ChildRelation[]): Data {
  const children = relations.map(
    ({ childrenAttribute }) => [childrenAttribute, namedChildren(data[childrenAttribute])] as const,
  );
  return { ...data, ...Object.fromEntries(children) };
}
