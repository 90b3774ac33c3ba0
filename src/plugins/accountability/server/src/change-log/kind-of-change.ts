import type { ChangeKind } from './content-types';

/** The state of a document at one moment, as far as the change log needs it. */
export interface DocumentSnapshot {
  /** Numeric ids of its public rows; Strapi creates new ones at each publication. */
  readonly rowIds: readonly number[];
  /** Whether it has any row, public or not. */
  readonly exists: boolean;
}

/** A document that does not exist. */
export const NO_DOCUMENT: DocumentSnapshot = { rowIds: [], exists: false };

/**
 * The kind of public change between a document's state before and after a write. Pure.
 * @param isRewritten whether public rows that remained were updated
 * @returns null where nothing public changed
 */
export function kindOfChange(
  before: DocumentSnapshot,
  after: DocumentSnapshot,
  isRewritten: boolean,
): ChangeKind | null {
  const [was, is] = [before.rowIds.length > 0, after.rowIds.length > 0];
  if (!was) return is ? 'created' : null;
  if (!is) return after.exists ? 'unpublished' : 'deleted';
  return isRewritten || !sameRows(before.rowIds, after.rowIds) ? 'updated' : null;
}

function sameRows(one: readonly number[], other: readonly number[]): boolean {
  const known = new Set(one);
  return one.length === other.length && other.every((id) => known.has(id));
}
