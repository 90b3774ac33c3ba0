import { periodOf } from 'strapi-plugin-accountability/server';
import { reportDays, type ReportPeriod } from './report-period';
import type { MaybeTimeframe } from './timeframes';
import { onDay, type ContentWarning } from './warning';

type MaybePeriod = ReportPeriod | null | undefined;

/** A report without a known period. */
export function periodMissing(period: MaybePeriod): ContentWarning[] {
  const { start, end } = reportDays(period);
  return start && end ? [] : [{ code: 'period-missing', path: ['period'] }];
}

/** A report without a publication date. */
export const publicationDateMissing = (publishedOn: string | null | undefined): ContentWarning[] =>
  publishedOn ? [] : [{ code: 'publication-date-missing', path: ['publishedOn'] }];

/** A report published before its period began or was over. */
export function publishedTooEarly(
  publishedOn: string | null | undefined,
  period: MaybePeriod,
): ContentWarning[] {
  const { start, end, endIsKnown } = reportDays(period);
  if (!publishedOn) return [];
  const path = ['publishedOn'];
  const published = onDay(publishedOn);
  if (start && publishedOn < start) {
    return [{ code: 'published-before-period', path, values: { published, periodStart: onDay(start) } }];
  }
  if (end && endIsKnown && publishedOn < end) {
    return [{ code: 'published-before-period-end', path, values: { published, periodEnd: onDay(end) } }];
  }
  return [];
}

/** A report published more than a year after its latest possible day. */
export function publishedLate(publishedOn: string | null | undefined, period: MaybePeriod): ContentWarning[] {
  const { end } = reportDays(period);
  if (!publishedOn || !end) return [];
  const yearLater = `${Number(end.slice(0, 4)) + 1}${end.slice(4)}`;
  if (publishedOn <= yearLater) return [];
  return [
    {
      code: 'published-late',
      path: ['publishedOn'],
      values: { published: onDay(publishedOn), periodEnd: onDay(end) },
    },
  ];
}

/** A report whose period does not overlap the commitment's time frame. An open end is no limit. */
export function periodOutsideCommitment(period: MaybePeriod, commitment: MaybeTimeframe): ContentWarning[] {
  const { start, end } = reportDays(period);
  if (!start || !end) return [];
  const first = periodOf(commitment?.startDate, commitment?.startPrecision)?.earliest;
  const last = periodOf(commitment?.endDate, commitment?.endPrecision)?.latest;
  const isOutside = (first !== undefined && end < first) || (last !== undefined && start > last);
  if (!isOutside) return [];
  return [
    {
      code: 'period-outside-commitment',
      path: ['period'],
      values: { periodStart: onDay(start), periodEnd: onDay(end) },
    },
  ];
}
