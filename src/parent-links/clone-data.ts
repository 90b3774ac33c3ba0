import type { ChildRelation } from './child-relations';

type Data = Record<string, unknown>;

const isRecord = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isNamed = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null;

/**
 * The children a request names for a copy, in the form that leaves nothing of the original's among them.
 *
 * Strapi gives a copy every child of the original it is not told about, and merges a list with the original's place by
 * place. A child belongs to one parent only, so the original would lose what the copy gets.
 */
function namedChildren(value: unknown): { set: unknown[] } | { connect: unknown } {
  if (!isRecord(value)) return { set: isNamed(value) ? [value].flat() : [] };
  if (isNamed(value.set)) return { set: [value.set].flat() };
  if (isNamed(value.connect)) return { connect: value.connect };
  const isOneDocument = 'documentId' in value || 'id' in value;
  return { set: isOneDocument ? [value] : [] };
}

/** What is written for a copy of a document: the request's data, with only those children that it names. */
export function cloneData(data: Data, relations: readonly ChildRelation[]): Data {
  const children = relations.map(
    ({ childrenAttribute }) => [childrenAttribute, namedChildren(data[childrenAttribute])] as const,
  );
  return { ...data, ...Object.fromEntries(children) };
}
