import { periodOf, type Precision } from '../dates/partial-date';

/** The date stated by a source: first day of a period of this precision. */
export interface AsOf {
  readonly date: string;
  readonly precision: Precision;
}

/**
 * Validates and normalises a source's date.
 * @param today ISO day at the site
 * @throws Error for an invalid date, and for a period that has not begun: a state cannot be recorded in advance
 */
export function parseAsOf(
  { date, precision }: { readonly date: string; readonly precision?: Precision | null },
  today: string,
): AsOf {
  const exact = precision ?? 'day';
  const period = periodOf(date, exact);
  // Days such as 30 February overflow into the next month.
  const isDay = periodOf(date, 'day')?.earliest === date;
  if (!period || !isDay) throw new Error(`asOf: "${date}" at precision "${exact}" is no date`);
  if (period.earliest > today) throw new Error(`asOf: "${date}" has not come yet`);
  return { date: period.earliest, precision: exact };
}

interface Happened {
  readonly at: string | Date;
  readonly asOf: string | null;
  readonly id: number;
}

/**
 * Sorts by date, latest first: by the source's date where there is one, else by the day of the record; within one
 * day by the order of the records.
 * @param dayOf the day of a moment at the site
 */
export const latestFirst =
  (dayOf: (moment: Date) => string) =>
  (one: Happened, other: Happened): number => {
    const [first, second] = [one, other].map(({ asOf, at }) => asOf ?? dayOf(new Date(at))) as [
      string,
      string,
    ];
    return first === second ? other.id - one.id : first < second ? 1 : -1;
  };
