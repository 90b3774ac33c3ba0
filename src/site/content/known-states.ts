import { dayIn, periodOf, type Precision } from 'strapi-plugin-accountability/server';

/** A recorded change of a commitment's status. */
export interface StatusMove {
  readonly id: string;
  readonly commitmentId: string;
  /** Counts the changes of a document in the order of their records. */
  readonly version: number;
  readonly status: string;
  /** When it was recorded. */
  readonly at: string;
  /** The day a source states, at its precision; null for a change made here. */
  readonly asOf: string | null;
  readonly asOfPrecision: string | null;
}

/** A status from a month on; months are counted from the year 0. */
export interface StatusStep {
  readonly month: number;
  readonly status: string;
}

/** The number of an ISO day's month. */
export const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The first day of a month. */
export const firstDayOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/**
 * The month from which a change is known to hold: that of the last day its date may mean, and no later than the record.
 */
function monthKnown({ at, asOf, asOfPrecision }: StatusMove, timeZone: string): number {
  const recorded = dayIn(timeZone, new Date(at));
  const stated = periodOf(asOf, asOfPrecision as Precision | null)?.latest;
  return monthOf(stated !== undefined && stated < recorded ? stated : recorded);
}

/**
 * The statuses of a commitment, month by month. A change that was recorded later holds from the day it is known for, and
 * replaces what earlier records say of the time after: the last step is the present status. Pure.
 */
export function stepsOf(moves: readonly StatusMove[], timeZone: string): StatusStep[] {
  const steps: StatusStep[] = [];
  for (const move of [...moves].sort((one, other) => one.version - other.version)) {
    const month = monthKnown(move, timeZone);
    while ((steps.at(-1)?.month ?? -Infinity) >= month) steps.pop();
    if (steps.at(-1)?.status !== move.status) steps.push({ month, status: move.status });
  }
  return steps;
}
