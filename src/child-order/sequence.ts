import { byCode } from '../content-rules/codes';

/** A child with what its order depends on: the number editors and data users see, and its code. */
export interface OrderedChild {
  readonly documentId: string;
  readonly order: number | null;
  readonly code: string | null;
}

/**
 * Merges the sequences of several locales, each of which may lack documents: one that exists in a single locale
 * comes after the document it follows there. The first sequence decides where two disagree.
 */
export function mergeSequences(sequences: readonly (readonly string[])[]): string[] {
  const [first = [], ...others] = sequences;
  const known = new Set(first);
  /** What follows a document; after the empty text, what is at the start. */
  const behind = new Map<string, string>();
  let last = '';
  for (const id of known) {
    behind.set(last, id);
    last = id;
  }
  for (const sequence of others) {
    let follows = '';
    for (const id of sequence) {
      if (!known.has(id)) {
        known.add(id);
        const next = behind.get(follows);
        if (next !== undefined) behind.set(id, next);
        behind.set(follows, id);
      }
      follows = id;
    }
  }
  const merged: string[] = [];
  for (let id = behind.get(''); id !== undefined; id = behind.get(id)) merged.push(id);
  return merged;
}

const isSortedByCode = (children: readonly OrderedChild[]): boolean =>
  children.every(
    ({ code }, index) => code !== null && (index === 0 || byCode(children[index - 1]!.code!, code) <= 0),
  );

/**
 * The position of a child among its siblings.
 * @param siblings the others, in order
 * @param before its position before the write, null where it was not among them
 * @param isNumbered whether the write set its number explicitly
 * @returns index among the siblings: by that number; else the former one; else, where the siblings are sorted by
 * code, by its code; else the end
 */
export function placeOf(
  child: OrderedChild,
  siblings: readonly OrderedChild[],
  before: number | null,
  isNumbered: boolean,
): number {
  const firstBehind = (isBehind: (sibling: OrderedChild) => boolean): number => {
    const index = siblings.findIndex(isBehind);
    return index < 0 ? siblings.length : index;
  };
  if (isNumbered && child.order !== null)
    return firstBehind(({ order }) => (order ?? Infinity) >= child.order!);
  if (before !== null) return Math.min(before, siblings.length);
  if (child.code !== null && isSortedByCode(siblings)) {
    return firstBehind(({ code }) => byCode(code!, child.code!) > 0);
  }
  return siblings.length;
}

/** The neighbours of a child in one row of its parent. */
export interface Surroundings {
  readonly before?: { readonly place: number; readonly order: number | null; readonly code: string | null };
  readonly behind?: { readonly place: number; readonly order: number | null };
}

/**
 * Whether a child is between its neighbours by its place and by its number: then nothing else has to be read or
 * changed.
 */
export const isInPlace = (
  place: number | null,
  order: number | null,
  { before, behind }: Surroundings,
): boolean =>
  place !== null &&
  order !== null &&
  (!before || (before.place < place && before.order !== null && before.order < order)) &&
  (!behind || (behind.place > place && behind.order !== null && behind.order > order));

/**
 * The number of a new child that belongs to the end of every list it is in.
 * @returns null where it may belong elsewhere, by its code
 */
export function numberAtEnd(code: string | null, lists: readonly Surroundings[]): number | null {
  let last = 0;
  for (const { before, behind } of lists) {
    if (behind) return null;
    if (!before) continue;
    if (before.order === null || (code !== null && before.code !== null && byCode(before.code, code) > 0)) {
      return null;
    }
    last = Math.max(last, before.order);
  }
  return last + 1;
}

/** The numbers that must change to match the sequence; none where they are ascending. */
export function renumbered(children: readonly OrderedChild[]): Map<string, number> {
  const rises = children.every(
    ({ order }, index) => order !== null && (index === 0 || children[index - 1]!.order! < order),
  );
  if (rises) return new Map();
  return new Map(
    children.flatMap(({ documentId, order }, index) =>
      order === index + 1 ? [] : [[documentId, index + 1]],
    ),
  );
}

/** Infinity minus itself is NaN. */
const compareNumbers = (one: number | null, other: number | null): number =>
  one === other ? 0 : (one ?? Infinity) - (other ?? Infinity);

/** Default order of children: by number, then by code in natural order, then by id. */
export const byNumberThenCode = (one: OrderedChild, other: OrderedChild): number =>
  compareNumbers(one.order, other.order) ||
  byCode(one.code ?? '\uffff', other.code ?? '\uffff') ||
  byCode(one.documentId, other.documentId);
