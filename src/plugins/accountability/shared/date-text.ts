import { PRECISIONS, periodOf, type Precision } from '../server/src/dates/partial-date';
import { calendarOf, isMonthFirst } from './language-calendars';
import { dayFault, type DayFault, type DayParts } from './iso-day';

export type Season = 'winter' | 'spring' | 'summer' | 'autumn';
export type SeasonWords = Readonly<Record<Season, string>>;

export type ParsedDate = { readonly date: string } | { readonly problem: DayFault };

const SEASON_MONTHS: Readonly<Record<Season, number>> = { winter: 12, spring: 3, summer: 6, autumn: 9 };
const ROMAN = ['I', 'II', 'III', 'IV'];

const YEAR = /^\d{4}$/;

const pad = (number: number, length = 2): string => String(number).padStart(length, '0');
const isoDay = ({ year, month, day }: DayParts): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;

/** Day and month in the language's order; swapped where only that is a valid date. */
function slashed(first: number, second: number, year: number, language: string): DayParts {
  const monthFirst = { year, month: first, day: second };
  const dayFirst = { year, month: second, day: first };
  const [usual, other] = isMonthFirst(language) ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
  return usual.month > 12 && other.month <= 12 ? other : usual;
}

function dayIn(text: string, language: string): DayParts | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted) return { year: Number(dotted[3]), month: Number(dotted[2]), day: Number(dotted[1]) };
  const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  return slashes ? slashed(Number(slashes[1]), Number(slashes[2]), Number(slashes[3]), language) : null;
}

function monthIn(text: string): DayParts | null {
  const iso = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: 1 };
  const other = /^(\d{1,2})[./](\d{4})$/.exec(text);
  return other ? { year: Number(other[2]), month: Number(other[1]), day: 1 } : null;
}

/** A year and the rest of the text, in either order. */
function withYear(text: string): { year: number; rest: string } | null {
  const words = text.split(/[\s-]+/);
  const [first = ''] = words;
  const last = words.at(-1) as string;
  if (words.length < 2) return null;
  if (YEAR.test(first)) return { year: Number(first), rest: words.slice(1).join(' ') };
  return YEAR.test(last) ? { year: Number(last), rest: words.slice(0, -1).join(' ') } : null;
}

function quarterIn(text: string): DayParts | null {
  const found = withYear(text);
  if (!found) return null;
  const rest = found.rest.toUpperCase();
  const digit = /^Q([1-4])$/.exec(rest);
  const quarter = digit ? Number(digit[1]) : ROMAN.indexOf(rest) + 1;
  return quarter > 0 ? { year: found.year, month: quarter * 3 - 2, day: 1 } : null;
}

function seasonIn(text: string, words: SeasonWords): DayParts | null {
  const found = withYear(text);
  const season = (Object.keys(SEASON_MONTHS) as Season[]).find(
    (name) => words[name].toLowerCase() === found?.rest.toLowerCase(),
  );
  return found && season ? { year: found.year, month: SEASON_MONTHS[season], day: 1 } : null;
}

/** What a text may mean at this precision: the period itself, or anything inside it. */
function partsOf(
  text: string,
  precision: Precision,
  language: string,
  seasons: SeasonWords,
): DayParts | null {
  const day = dayIn(text, language);
  if (day || precision === 'day' || precision === 'none') return day;
  const month = monthIn(text);
  if (month || precision === 'month') return month;
  if (precision === 'quarter') return quarterIn(text);
  if (precision === 'season') return seasonIn(text, seasons);
  return YEAR.test(text) ? { year: Number(text), month: 1, day: 1 } : null;
}

/** Arabic and Persian digits as Latin ones: the last hex digit of their code points is their value. */
const withLatinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/**
 * Parses a typed date to the ISO first day of its period, or the reason why it is invalid. Pure.
 * @param language of the panel: decides the order of `12/31/2027`
 * @param seasons names of the seasons in that language
 */
export function parseDateText(
  typed: string,
  precision: Precision,
  language: string,
  seasons: SeasonWords,
): ParsedDate {
  const parts = partsOf(withLatinDigits(typed).trim().replace(/\s+/g, ' '), precision, language, seasons);
  if (!parts) return { problem: 'form' };
  const day = isoDay(parts);
  const date = periodOf(day, precision)?.earliest ?? day;
  // The winter of the first January starts in a year before the accepted ones.
  const problem = dayFault(day) ?? dayFault(date);
  return problem ? { problem } : { date };
}

/**
 * The text by which a date is edited, the inverse of `parseDateText`; an invalid ISO day is unchanged. Pure.
 * @param date ISO day, or typed text
 */
export function dateText(date: string, precision: Precision, language: string, seasons: SeasonWords): string {
  if (dayFault(date)) return date;
  const [year, month, day] = (periodOf(date, precision)?.earliest ?? date).split('-') as [
    string,
    string,
    string,
  ];
  const quarter = Math.ceil(Number(month) / 3);
  const isDotted = calendarOf(language)?.isDotted ?? false;
  switch (precision) {
    case 'year':
      return year;
    case 'month':
      return isDotted ? `${month}.${year}` : `${year}-${month}`;
    case 'quarter':
      return isDotted ? `${ROMAN[quarter - 1]} ${year}` : `${year}-Q${quarter}`;
    case 'season': {
      const [season] = Object.entries(SEASON_MONTHS).find(([, first]) => first === Number(month)) ?? [];
      return season ? `${seasons[season as Season]} ${year}` : date;
    }
    default:
      return isDotted ? `${day}.${month}.${year}` : date;
  }
}

/** The attribute of a date's precision: `startPrecision` for `startDate`; null for a name without such a pair. */
export const precisionName = (dateName: string): string | null =>
  dateName.endsWith('Date') ? dateName.replace(/Date$/, 'Precision') : null;

/** A precision of a form; `day` where it has none. */
export const precisionOf = (value: unknown): Precision =>
  PRECISIONS.find((precision) => precision === value) ?? 'day';
