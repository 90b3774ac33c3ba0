import type { Commitment, Milestone } from './records';

/** Numbers of documents by status; the empty text is the key of those without one. */
export type StatusCounts = ReadonlyMap<string, number>;

/** Numbers of a plan, or of everything, kept up to date change by change. */
export interface Tally {
  readonly commitments: StatusCounts;
  readonly milestones: StatusCounts;
  /** Commitments that are overdue, by status. */
  readonly overdue: StatusCounts;
}

/** Changes the number of a key; a number of 0 is left out. */
export function count<Key>(counts: Map<Key, number>, key: Key, by: 1 | -1): void {
  const number = (counts.get(key) ?? 0) + by;
  if (number === 0) counts.delete(key);
  else counts.set(key, number);
}

class OpenTally implements Tally {
  readonly commitments = new Map<string, number>();
  readonly milestones = new Map<string, number>();
  readonly overdue = new Map<string, number>();
}

const NOTHING: Tally = new OpenTally();

/** The number of all documents of some counts. */
export const sumOf = (counts: StatusCounts): number =>
  [...counts.values()].reduce((sum, one) => sum + one, 0);

/** Adds up tallies. */
export function addedUp(tallies: Iterable<Tally>): Tally {
  const sum = new OpenTally();
  const add = (to: Map<string, number>, counts: StatusCounts): void => {
    for (const [status, number] of counts) to.set(status, (to.get(status) ?? 0) + number);
  };
  for (const { commitments, milestones, overdue } of tallies) {
    add(sum.commitments, commitments);
    add(sum.milestones, milestones);
    add(sum.overdue, overdue);
  }
  return sum;
}

/** Tallies by plan; the empty text is the key of commitments without one. */
export class PlanTallies {
  private readonly tallies = new Map<string, OpenTally>();

  /** The tally of a plan. */
  of(planId: string): Tally {
    return this.tallies.get(planId) ?? NOTHING;
  }

  entries(): Iterable<[planId: string, tally: Tally]> {
    return this.tallies.entries();
  }

  /** @param by 1 where the commitment comes, -1 where it goes */
  countCommitment({ planId, status, isOverdue }: Commitment, by: 1 | -1): void {
    const tally = this.opened(planId);
    count(tally.commitments, status ?? '', by);
    if (isOverdue) count(tally.overdue, status ?? '', by);
  }

  /** @param planId the plan of the milestone's commitment */
  countMilestone(planId: string | null, { status }: Milestone, by: 1 | -1): void {
    count(this.opened(planId).milestones, status ?? '', by);
  }

  private opened(planId: string | null): OpenTally {
    const key = planId ?? '';
    let tally = this.tallies.get(key);
    if (!tally) this.tallies.set(key, (tally = new OpenTally()));
    return tally;
  }
}
