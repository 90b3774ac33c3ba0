import { LANGUAGES } from '../languages';
import type { Plan } from './records';

/** The plans before and after one; null where that is not sure. */
export interface PlanNeighbours {
  readonly before: Plan | null;
  readonly after: Plan | null;
}

/** Whether two plans name the same place, in a language both have. */
function haveSamePlace(one: Plan, other: Plan): boolean {
  if (one.scope !== other.scope) return false;
  const shared = LANGUAGES.filter((language) => one.jurisdiction[language] && other.jurisdiction[language]);
  return (
    shared.length > 0 &&
    shared.every((language) => one.jurisdiction[language] === other.jurisdiction[language])
  );
}

const startOf = ({ timeframe }: Plan): string => timeframe.startDate ?? '';

/** The one of a list, null where it has none or more. */
const onlyOne = (plans: readonly Plan[]): Plan | null => (plans.length === 1 ? (plans[0] as Plan) : null);

/**
 * Predecessor and successor by date: plans of the same place that begin before or after this one. No relation says so;
 * where a date is missing, or two plans begin on the same day, nothing is claimed. Pure.
 */
export function planNeighbours(plan: Plan, plans: readonly Plan[]): PlanNeighbours {
  const others = plans.filter((other) => other.id !== plan.id && haveSamePlace(plan, other));
  if (
    startOf(plan) === '' ||
    others.some((other) => startOf(other) === '' || startOf(other) === startOf(plan))
  )
    return { before: null, after: null };
  const starts = others.map(startOf).sort();
  const last = starts.filter((start) => start < startOf(plan)).at(-1);
  const next = starts.find((start) => start > startOf(plan));
  return {
    before: onlyOne(others.filter((other) => startOf(other) === last)),
    after: onlyOne(others.filter((other) => startOf(other) === next)),
  };
}
