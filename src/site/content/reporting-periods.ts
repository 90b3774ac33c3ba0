import { periodOf as spanOf, type Precision } from 'strapi-plugin-accountability/server';
import type { Report } from './commitment-details';
import type { ListedReport, Timeframe } from './records';

type Period = NonNullable<Report['period']>;

/** A period of reports, and the days it covers; null where they are not known. */
export interface ReportingPeriod {
  readonly key: string;
  readonly period: Period;
  readonly start: string | null;
  readonly end: string | null;
}

/** What identifies a period: reports of the same one have the same. */
export const periodKey = ({ kind, year, start, end }: Period): string => [kind, year, start, end].join(' ');

const dayOfYear = (year: number | null, day: string): string | null =>
  year === null ? null : `${String(year).padStart(4, '0')}-${day}`;

/** The periods of some reports, the latest first. Pure. */
export function periodsOf(reports: Iterable<Pick<ListedReport, 'period'>>): ReportingPeriod[] {
  const found = new Map<string, ReportingPeriod>();
  for (const { period } of reports) {
    if (period === null) continue;
    const key = periodKey(period);
    if (found.has(key)) continue;
    const start = period.start ?? dayOfYear(period.year, '01-01');
    const end = period.end ?? dayOfYear(period.year, '12-31');
    found.set(key, { key, period, start, end });
  }
  const place = ({ start, end }: ReportingPeriod): string => end ?? start ?? '';
  return [...found.values()].sort(
    (one, other) => place(other).localeCompare(place(one)) || other.key.localeCompare(one.key),
  );
}

/** Whether a period and a time frame have a day in common; so does what has no known beginning or end. Pure. */
export function concerns(
  { start, end }: Pick<ReportingPeriod, 'start' | 'end'>,
  { startDate, startPrecision, endDate, endPrecision }: Timeframe,
): boolean {
  const first = spanOf(startDate, startPrecision as Precision | null)?.earliest;
  const last = spanOf(endDate, endPrecision as Precision | null)?.latest;
  return (
    !(end !== null && first !== undefined && end < first) &&
    !(start !== null && last !== undefined && start > last)
  );
}
