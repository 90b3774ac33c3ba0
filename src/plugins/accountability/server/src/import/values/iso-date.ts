import type { Precision } from '../../dates/partial-date';

const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month (1-12) of the Gregorian calendar; 0 for a month that does not exist. */
function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}

export interface IsoDate {
  /** First day of the period. */
  readonly date: string;
  readonly precision: Precision;
}

/** A day, month or year in the form of ISO 8601; null where the text is none, or no such day exists. */
export function readIsoDate(text: string): IsoDate | null {
  const [, year, month, day] = ISO_DATE.exec(text.trim()) ?? [];
  if (year === undefined) return null;
  const date = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (Number(day ?? 1) < 1 || Number(day ?? 1) > daysIn(Number(year), Number(month ?? 1))) return null;
  return { date, precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year' };
}
