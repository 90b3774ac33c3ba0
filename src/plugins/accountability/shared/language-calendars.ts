import calendars from './language-calendars.json';

/** Formats that browsers lack: Chrome has no months in Georgian, and would show English ones. */
interface LanguageCalendar {
  readonly months: readonly string[];
  /** Whether dates are written with dots, `31.12.2027`, and quarters by Roman numerals. */
  readonly isDotted: boolean;
}

/** Formats of a language that browsers lack; undefined for other languages. */
export const calendarOf = (language: string): LanguageCalendar | undefined =>
  (calendars as Readonly<Record<string, LanguageCalendar>>)[language];

/** Whether `12/31/2027` has the month first, as in the United States. */
export function isMonthFirst(language: string): boolean {
  if (calendarOf(language)) return false;
  const parts = new Intl.DateTimeFormat(language).formatToParts(new Date(0)).map(({ type }) => type);
  return parts.indexOf('month') < parts.indexOf('day') && parts[0] === 'month';
}
