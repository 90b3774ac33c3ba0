import { byDeadline, inOrder } from './orders';
import type { Commitment } from './records';
import type { Comparison } from './sorted-list';

/** Groups of a plan's commitments. */
export type PlanGrouping = 'theme' | 'agency';

/** Key of a plan's commitments. */
export const planKey = (planId: string): string => planId;

/**
 * Key of a part of a plan's commitments.
 * @param value a theme's code or an agency's id; the empty text for what has none
 */
export const planGroupKey = (planId: string, grouping: PlanGrouping, value: string): string =>
  [planId, grouping, value].join(' ');

const valuesOrNone = (values: readonly string[]): readonly string[] => (values.length > 0 ? values : ['']);

/** All keys of a commitment; none without a plan. */
export function planKeysOf({ planId, ogpValues, sdgs, leadIds }: Commitment): string[] {
  if (planId === null) return [];
  return [
    planKey(planId),
    ...valuesOrNone([...ogpValues, ...sdgs]).map((code) => planGroupKey(planId, 'theme', code)),
    ...valuesOrNone(leadIds).map((id) => planGroupKey(planId, 'agency', id)),
  ];
}

/** What is overdue first, the longest overdue before the others; the rest as in the plan. */
export const lateFirst: Comparison<Commitment> = (one, other) => {
  if (one.isOverdue !== other.isOverdue) return one.isOverdue ? -1 : 1;
  return one.isOverdue ? byDeadline(one, other) : inOrder(one, other);
};

/** How many of a list in the order of `lateFirst` are overdue: by halves, not by counting. */
export function lateCount(commitments: readonly Pick<Commitment, 'isOverdue'>[]): number {
  let [from, to] = [0, commitments.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (commitments[middle]?.isOverdue) from = middle + 1;
    else to = middle;
  }
  return from;
}
