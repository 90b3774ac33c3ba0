import { calendarOf } from './language-calendars';

export type PeriodWord = 'quarter' | 'winter' | 'spring' | 'summer' | 'autumn';

const SEASONS: readonly PeriodWord[] = ['winter', 'spring', 'summer', 'autumn'];

/** Digits as in codes and addresses: Arabic has digits of its own. */
const DIGITS = { numberingSystem: 'latn' } as const;

const PARTS = {
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
} as const;

/** By language and parts: making one takes a hundred times as long as using it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, parts: keyof typeof PARTS): Intl.DateTimeFormat {
  const key = `${language} ${parts}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(language, { ...DIGITS, timeZone: 'UTC', ...PARTS[parts] });
  formats.set(key, format);
  return format;
}

/** A date and time in the reader's time zone: 25 Nov 2026, 08:01, in the language's format. */
export function momentInWords(iso: string, language: string): string {
  const date = new Date(iso);
  const month = calendarOf(language)?.months[date.getMonth()];
  if (!month) return date.toLocaleString(language, { ...DIGITS, dateStyle: 'medium', timeStyle: 'short' });
  const [hours, minutes] = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0'));
  return `${date.getDate()} ${month}, ${date.getFullYear()}, ${hours}:${minutes}`;
}

/**
 * A partial date in words, in its precision.
 * @param iso first day of its period
 * @param language of the months' names
 * @param word messages of periods that `Intl` has no name for, with `{year}` and for a quarter its `{number}`, 1 to
 * 4
 */
export function dateInWords(
  iso: string,
  precision: string | null,
  language: string,
  word: (key: PeriodWord, values: { year: string; number: string }) => string,
): string {
  const date = new Date(`${iso}T00:00:00Z`);
  // As text: a number would have digit grouping, as in 2,018.
  const year = String(date.getUTCFullYear());
  const month = date.getUTCMonth();
  const ownName = calendarOf(language)?.months[month];
  const number = String(Math.floor(month / 3) + 1);
  switch (precision) {
    case 'year':
      return year;
    case 'month':
      // Georgian has no comma between month and year; `Intl` adds one.
      return ownName ? `${ownName} ${year}` : formatOf(language, 'month').format(date);
    case 'quarter':
      return word('quarter', { year, number });
    case 'season':
      return word(SEASONS[Math.floor(((month + 1) % 12) / 3)] ?? 'winter', { year, number });
    default:
      if (ownName) return `${date.getUTCDate()} ${ownName}, ${year}`;
      return formatOf(language, 'day').format(date);
  }
}
