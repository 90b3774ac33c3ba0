/** Accepted years: wide enough for any law, report or deadline, so that another year is a typing error. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

/**
 * Why a text is not a valid day. `form`: not YYYY-MM-DD. `missing`: does not exist. `year`: outside of the accepted
 * years.
 */
export type DayFault = 'form' | 'missing' | 'year';

export interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of a month (1 to 12) in the Gregorian calendar; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/**
 * Parses a day strictly: no overflow into the next month, no time of day.
 * @param text exactly an ISO day, `YYYY-MM-DD`
 * @returns the parts, or the reason why it is invalid
 */
export function parseDay(text: string): DayParts | DayFault {
  const found = FORM.exec(text);
  if (!found) return 'form';
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (day < 1 || day > daysInMonth(year, month)) return 'missing';
  return year < FIRST_YEAR || year > LAST_YEAR ? 'year' : { year, month, day };
}

/** Why the text is not a day that can be stored, null where it is one. */
export function dayFault(text: string): DayFault | null {
  const parsed = parseDay(text);
  return typeof parsed === 'string' ? parsed : null;
}
