/** How exactly a date is known. `none`: the source gives no date ("ongoing", "not specified"). */
export const PRECISIONS = ['day', 'month', 'season', 'quarter', 'year', 'none'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** A period of time as ISO days, both included. */
export interface Period {
  earliest: string;
  latest: string;
}

const MONTHS_OF: Record<'month' | 'season' | 'quarter' | 'year', number> = {
  month: 1,
  season: 3,
  quarter: 3,
  year: 12,
};

/** Days that have been written before: an import asks for the same few a hundred thousand times. */
const written = new Map<number, string>();
const MAX_WRITTEN = 10_000;

function isoDay(year: number, month: number, day: number): string {
  const time = Date.UTC(year, month, day);
  const known = written.get(time);
  if (known !== undefined) return known;
  if (written.size === MAX_WRITTEN) written.clear();
  const text = new Date(time).toISOString().slice(0, 10);
  written.set(time, text);
  return text;
}

/** First month (0-11, negative in the year before) of the period of this precision that holds the month. */
function firstMonth(month: number, precision: keyof typeof MONTHS_OF): number {
  switch (precision) {
    case 'month':
      return month;
    case 'quarter':
      return month - (month % 3);
    // Meteorological seasons: spring starts in March, and a winter in the December before.
    case 'season':
      return month - ((month + 1) % 3);
    case 'year':
      return 0;
  }
}

/**
 * The days a partial date may mean: 2018-10-15 at month precision is 2018-10-01 to 2018-10-31.
 * @param date ISO day (YYYY-MM-DD) anywhere in the period
 * @returns null for an unknown date: none, an invalid one, or precision `none`
 */
export function periodOf(date: string | null | undefined, precision?: Precision | null): Period | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '');
  if (!parts || precision === 'none') return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])];
  const exact = isoDay(year, month, day);
  if (!precision || precision === 'day') return { earliest: exact, latest: exact };
  const first = firstMonth(month, precision);
  return { earliest: isoDay(year, first, 1), latest: isoDay(year, first + MONTHS_OF[precision], 0) };
}

const BOUNDED: readonly Precision[] = ['day', 'month', 'season', 'quarter', 'year'];

/**
 * For each precision the first day of the period that contains today: an end of that precision has passed when it
 * precedes it, because ends are stored as the first day of their period.
 */
export const firstDaysNotPassed = (today: string): readonly { precision: Precision; firstDay: string }[] =>
  BOUNDED.map((precision) => ({ precision, firstDay: periodOf(today, precision)!.earliest }));

/** Two partial dates as stored in the `timeframe` component. */
export interface Timeframe {
  startDate?: string | null;
  startPrecision?: Precision | null;
  endDate?: string | null;
  endPrecision?: Precision | null;
}

/** The timeframe with each date moved to the earliest day of its period, and `day` where a date has no precision. */
export function normaliseTimeframe<T extends Timeframe>(timeframe: T): T {
  const normal = { ...timeframe };
  for (const side of ['start', 'end'] as const) {
    const date = normal[`${side}Date`];
    if (!date) continue;
    normal[`${side}Precision`] ??= 'day';
    const period = periodOf(date, normal[`${side}Precision`]);
    if (period) normal[`${side}Date`] = period.earliest;
  }
  return normal;
}

/** Whether the end precedes the start in every reading of the two partial dates. */
export function endsBeforeStart(timeframe: Timeframe): boolean {
  const start = periodOf(timeframe.startDate, timeframe.startPrecision);
  const end = periodOf(timeframe.endDate, timeframe.endPrecision);
  return start !== null && end !== null && end.latest < start.earliest;
}
