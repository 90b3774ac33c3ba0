import { endsBeforeStart, periodOf } from 'strapi-plugin-accountability/server';
import type { Issue } from '../issue';
import { reportDays } from '../warnings/report-period';

import type { EntryRule } from '../rule';

/** The timeframe's end is not before its start, and each date is the first day of its period. */
export const timeframeInOrder: EntryRule = ({ entry: { timeframe } }) => {
  if (!timeframe) return [];
  const issues: Issue[] = [];
  for (const side of ['start', 'end'] as const) {
    const date = timeframe[`${side}Date`];
    const precision = timeframe[`${side}Precision`];
    if (!date && precision && precision !== 'none') {
      issues.push({ path: ['timeframe', `${side}Precision`], code: 'precision-without-date' });
    }
    const expected = periodOf(date, precision)?.earliest;
    if (date && expected && !date.startsWith(expected)) {
      issues.push({ path: ['timeframe', `${side}Date`], code: 'date-not-earliest', values: { expected } });
    }
  }
  if (endsBeforeStart(timeframe)) issues.push({ path: ['timeframe', 'endDate'], code: 'end-before-start' });
  return issues;
};

/** A reporting period does not end before it starts. */
export const periodInOrder: EntryRule = ({ entry: { period } }) =>
  period?.start && period.end && period.end < period.start
    ? [{ path: ['period', 'end'], code: 'period-end-before-start' }]
    : [];

/** A published report states its period. */
export const publishedWithPeriod: EntryRule = ({ entry: { publishedAt, period } }) => {
  if (!publishedAt) return [];
  const { start, end } = reportDays(period);
  return start && end ? [] : [{ path: period ? ['period', 'year'] : ['period'], code: 'period-required' }];
};
