import type { Milestone } from '../content/records';

/** How far the milestones of something are. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  /** Of 1. */
  readonly share: number;
  /** Milestones by status, in the order of the statuses given. */
  readonly byStatus: ReadonlyMap<string, number>;
}

const DONE = 'completed';
/** What was given up counts neither as done nor as still to do. */
const DROPPED = 'withdrawn';

/** Counts statuses; what has none counts as the empty text. */
export function countByStatus(items: readonly { readonly status: string | null }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { status } of items) counts.set(status ?? '', (counts.get(status ?? '') ?? 0) + 1);
  return counts;
}

/**
 * Milestones done of all that are to be done; null where there are none: nothing is known then, which is not nought.
 */
export function progressOf(milestones: readonly Pick<Milestone, 'status'>[]): Progress | null {
  const wanted = milestones.filter(({ status }) => status !== DROPPED);
  if (wanted.length === 0) return null;
  const done = wanted.filter(({ status }) => status === DONE).length;
  return { done, all: wanted.length, share: done / wanted.length, byStatus: countByStatus(wanted) };
}
