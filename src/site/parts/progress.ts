import type { Milestone } from '../content/records';
import { sumOf, type StatusCounts } from '../content/status-tally';

/** Progress of milestones. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  /** Of 1. */
  readonly share: number;
  /** Milestones by status, in the order of the statuses given. */
  readonly byStatus: ReadonlyMap<string, number>;
}

const DONE = 'completed';
/** Cancelled milestones count neither as completed nor as open. */
const DROPPED = 'withdrawn';

/** Counts statuses; a missing one has the key of the empty text. */
export function countByStatus(items: readonly { readonly status: string | null }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { status } of items) counts.set(status ?? '', (counts.get(status ?? '') ?? 0) + 1);
  return counts;
}

/** The same of counts. */
export function progressOfCounts(counts: StatusCounts): Progress | null {
  const byStatus = new Map([...counts].filter(([status]) => status !== DROPPED));
  const all = sumOf(byStatus);
  if (all === 0) return null;
  const done = byStatus.get(DONE) ?? 0;
  return { done, all, share: done / all, byStatus };
}

/** Share of completed milestones; null without any: unknown is not 0. */
export const progressOf = (milestones: readonly Pick<Milestone, 'status'>[]): Progress | null =>
  progressOfCounts(countByStatus(milestones));
