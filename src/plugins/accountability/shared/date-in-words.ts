import { calendarOf } from './language-calendars';

export type PeriodWord = 'quarter' | 'winter' | 'spring' | 'summer' | 'autumn';

const SEASONS: readonly PeriodWord[] = ['winter', 'spring', 'summer', 'autumn'];

/** Digits as they are in codes and addresses beside a date: Arabic has digits of its own. */
const DIGITS = { numberingSystem: 'latn' } as const;

/** A point in time in words, in the time zone of whoever reads it: 25 Nov 2026, 08:01, as the language has it. */
export function momentInWords(iso: string, language: string): string {
  const date = new Date(iso);
  const month = calendarOf(language)?.months[date.getMonth()];
  if (!month) return date.toLocaleString(language, { ...DIGITS, dateStyle: 'medium', timeStyle: 'short' });
  const [hours, minutes] = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0'));
  return `${date.getDate()} ${month}, ${date.getFullYear()}, ${hours}:${minutes}`;
}

/**
 * A partial date in words, never more exact than it is known.
 * @param iso first day of its period
 * @param language of the months' names
 * @param word the words of periods a calendar has no name for, with `{year}` and for a quarter its `{number}`, 1 to 4
 */
export function dateInWords(
  iso: string,
  precision: string | null,
  language: string,
  word: (key: PeriodWord, values: { year: string; number: string }) => string,
): string {
  const date = new Date(`${iso}T00:00:00Z`);
  // As text: a number would be grouped, as in 2,018.
  const year = String(date.getUTCFullYear());
  const month = date.getUTCMonth();
  const ownName = calendarOf(language)?.months[month];
  const inWords = (parts: Intl.DateTimeFormatOptions): string =>
    date.toLocaleDateString(language, { ...DIGITS, timeZone: 'UTC', ...parts });
  const number = String(Math.floor(month / 3) + 1);
  switch (precision) {
    case 'year':
      return year;
    case 'month':
      // Georgian pages put no comma between month and year; `Intl` does.
      return ownName ? `${ownName} ${year}` : inWords({ year: 'numeric', month: 'long' });
    case 'quarter':
      return word('quarter', { year, number });
    case 'season':
      return word(SEASONS[Math.floor(((month + 1) % 12) / 3)] ?? 'winter', { year, number });
    default:
      if (ownName) return `${date.getUTCDate()} ${ownName}, ${year}`;
      return inWords({ year: 'numeric', month: 'long', day: 'numeric' });
  }
}
