import type { Milestone } from '../content/records';

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

/** Share of completed milestones; null without any: unknown is not 0. */
export function progressOf(milestones: readonly Pick<Milestone, 'status'>[]): Progress | null {
  const wanted = milestones.filter(({ status }) => status !== DROPPED);
  if (wanted.length === 0) return null;
  const done = wanted.filter(({ status }) => status === DONE).length;
  return { done, all: wanted.length, share: done / wanted.length, byStatus: countByStatus(wanted) };
}
