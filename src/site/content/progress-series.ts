import type { MonthChanges } from './progress-index';
import type { StatusCounts } from './status-tally';

/** Columns of a chart: on a phone each is still wider than the gap beside it. */
export const MAX_PERIODS = 24;

/** Length of a period in months, and its precision as a date. */
const UNITS = [
  { months: 1, precision: 'month' },
  { months: 3, precision: 'quarter' },
  { months: 12, precision: 'year' },
] as const;

/** How many commitments had which status at the end of a period. */
export interface PeriodStates {
  /** Number of its first month. */
  readonly month: number;
  readonly precision: (typeof UNITS)[number]['precision'];
  readonly counts: StatusCounts;
}

/** Adds up changes month by month; what it returns is a copy. */
function accumulator(changes: MonthChanges): (beforeMonth: number) => Map<string, number> {
  const months = [...changes].sort(([one], [other]) => one - other);
  const counts = new Map<string, number>();
  let next = 0;
  return (beforeMonth) => {
    for (; next < months.length; next += 1) {
      const [month, statuses] = months[next] as (typeof months)[number];
      if (month >= beforeMonth) break;
      for (const [status, number] of statuses) counts.set(status, (counts.get(status) ?? 0) + number);
    }
    return new Map([...counts].filter(([, number]) => number > 0));
  };
}

/**
 * The statuses at the end of each period from the first recorded one to a month: of months, of quarters, or of years,
 * as the span needs; of very many years the last ones. Pure.
 */
export function statesByPeriod(changes: MonthChanges, until: number): PeriodStates[] {
  if (changes.size === 0) return [];
  const first = [...changes.keys()].reduce((least, month) => Math.min(least, month), until);
  const fits = ({ months }: (typeof UNITS)[number]): boolean =>
    Math.floor(until / months) - Math.floor(first / months) < MAX_PERIODS;
  const { months, precision } = UNITS.find(fits) ?? UNITS[2];
  const last = Math.floor(until / months);
  const from = Math.max(Math.floor(first / months), last - MAX_PERIODS + 1);
  const before = accumulator(changes);
  return Array.from({ length: last - from + 1 }, (_, index) => ({
    month: (from + index) * months,
    precision,
    counts: before(Math.min((from + index + 1) * months, until + 1)),
  }));
}

/**
 * How many commitments had a status at the end of each month since a first one. Pure.
 * @param last the last month, included
 */
export function numbersSince(changes: MonthChanges, status: string, start: number, last: number): number[] {
  const before = accumulator(changes);
  return Array.from(
    { length: Math.max(0, last - start + 1) },
    (_, index) => before(start + index + 1).get(status) ?? 0,
  );
}
