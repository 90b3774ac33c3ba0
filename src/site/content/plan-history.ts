import type { AskApi } from '../api/ask-api';
import { rowsWhere } from './dataset-rows';
import type { StatusMove } from './known-states';
import { groupedBy } from './overview';
import { READINGS } from './records';

/** Recorded changes of status by the id of the commitment or milestone, in the order of their records. */
export type PlanHistory = ReadonlyMap<string, readonly StatusMove[]>;

/** Reads the changes of status of some commitments and milestones. */
export async function readPlanHistory(ask: AskApi, ids: readonly string[]): Promise<PlanHistory> {
  const moves = await rowsWhere(ask, READINGS.history, 'record_id', ids);
  return groupedBy(
    moves.sort((one, other) => one.version - other.version),
    ({ commitmentId }) => commitmentId,
  );
}
