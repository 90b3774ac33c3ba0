import type { Precision } from '../../dates/partial-date';

const ISO_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

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
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at) || !new Date(at).toISOString().startsWith(date)) return null;
  return { date, precision: day !== undefined ? 'day' : month !== undefined ? 'month' : 'year' };
}
