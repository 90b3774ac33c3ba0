import { withDay, type Revision, type RevisionBasis } from '../../datasets/revision-of-day';
import type { Snapshot } from '../../export/source/connection';
import { name } from '../../export/source/sql';
import { toMilliseconds } from '../../export/source/values';

/**
 * The revision of a snapshot, read in the snapshot itself: numbers of the change log become visible in order, so
 * the highest one determines which changes are in it.
 * @param changeTable table of the change log
 */
export async function readRevision(
  snapshot: Snapshot,
  { changeTable, types, today }: RevisionBasis & { readonly changeTable: string },
): Promise<Revision> {
  const table = name(changeTable);
  const marks = types.map(() => '?').join(', ');
  const [row] = await snapshot.query(
    `SELECT id, at FROM ${table} WHERE id = (SELECT MAX(id) FROM ${table} WHERE subject_type IN (${marks}))`,
    types,
  );
  const [id = 0, at = null] = row ?? [];
  return withDay({ sequence: Number(id), modified: new Date(toMilliseconds(at) ?? 0) }, today);
}
