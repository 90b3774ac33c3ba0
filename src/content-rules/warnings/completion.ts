import { periodOf } from 'strapi-plugin-accountability/server';
import { reportDays, type ReportPeriod } from './report-period';
import type { MaybeTimeframe } from './timeframes';
import { onDay, type ContentWarning } from './warning';

const COMPLETED = 'completed';

/** Completed, without a result in any language. */
export function completedWithoutResult(
  status: unknown,
  results: readonly (string | null | undefined)[],
): ContentWarning[] {
  if (status !== COMPLETED || results.some((result) => result?.trim())) return [];
  return [{ code: 'completed-without-result', path: ['result'] }];
}

/** Completed, although its dates are in the future. */
export function completedBeforeStart(
  status: unknown,
  timeframe: MaybeTimeframe,
  today: string,
): ContentWarning[] {
  const start = periodOf(timeframe?.startDate, timeframe?.startPrecision);
  if (status !== COMPLETED || !start || start.earliest <= today) return [];
  return [
    {
      code: 'completed-before-start',
      path: ['timeframe', 'startDate'],
      values: { start: { date: start.earliest, precision: timeframe?.startPrecision ?? null } },
    },
  ];
}

export interface StatusReport {
  readonly implementationStatus?: string | null;
  readonly period?: ReportPeriod | null;
}

/** Completed, but first reported so for a period after the end. */
export function completedAfterEnd(
  status: unknown,
  timeframe: MaybeTimeframe,
  reports: readonly StatusReport[],
): ContentWarning[] {
  const end = periodOf(timeframe?.endDate, timeframe?.endPrecision);
  const [first] = reports
    .filter(({ implementationStatus }) => implementationStatus === COMPLETED)
    .map(({ period }) => reportDays(period).start)
    .filter((start) => start !== null)
    .sort();
  if (status !== COMPLETED || !end || !first || first <= end.latest) return [];
  return [
    {
      code: 'completed-after-end',
      path: ['timeframe', 'endDate'],
      values: {
        periodStart: onDay(first),
        end: { date: end.earliest, precision: timeframe?.endPrecision ?? null },
      },
    },
  ];
}
