import { daysInMonth, FIRST_YEAR, LAST_YEAR } from '../../../../shared/iso-day';
import type { DateOrder } from '../../../../shared/date-order';
import type { Precision } from '../../dates/partial-date';
import type { DateSymbol } from './date-symbols';
import type { SeasonName } from './date-words';

export type { DateOrder };

/** A date of limited precision; date: first day of its period (ISO), null with precision `none`. */
export interface PartialDate {
  readonly date: string | null;
  readonly precision: Precision;
}

/** One side of a timeframe, or both where a period is no precision of its own (a half-year). */
export interface FoundDate {
  readonly start: PartialDate;
  readonly end: PartialDate;
  /** Whether the words say other than the dates. */
  readonly isWordy: boolean;
}

export type DateFault =
  'date-ambiguous' | 'date-does-not-exist' | 'date-short-year' | 'date-year-out-of-range';

const SEASON_STARTS: Readonly<Record<SeasonName, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

const pad = (number: number, length = 2): string => String(number).padStart(length, '0');

function dated(year: number, month: number, day: number, precision: Precision): FoundDate | DateFault {
  if (year < FIRST_YEAR || year > LAST_YEAR) return 'date-year-out-of-range';
  if (day < 1 || day > daysInMonth(year, month)) return 'date-does-not-exist';
  const date: PartialDate = { date: `${pad(year, 4)}-${pad(month)}-${pad(day)}`, precision };
  return { start: date, end: date, isWordy: false };
}

function halfYear(year: number, half: number): FoundDate | DateFault {
  const start = dated(year, half * 6 - 5, 1, 'month');
  const end = dated(year, half * 6, 1, 'month');
  if (half > 2) return 'date-does-not-exist';
  if (typeof start === 'string' || typeof end === 'string') return start as DateFault;
  return { start: start.start, end: end.end, isWordy: true };
}

/** A letter per symbol, so that forms can be compared: Y year, n short number, M month, S season, Q, H, o, p. */
function shapeOf(symbols: readonly DateSymbol[]): string {
  return symbols
    .map((symbol) => {
      switch (symbol.kind) {
        case 'number':
          return symbol.digits === 4 ? 'Y' : symbol.digits < 3 ? 'n' : '?';
        case 'sign':
          return symbol.sign;
        default:
          return (
            { month: 'M', season: 'S', quarter: 'Q', half: 'H', ordinal: 'o', part: 'p' }[
              symbol.kind as string
            ] ?? '?'
          );
      }
    })
    .join('');
}

type Numbered = Extract<DateSymbol, { number: number }>;
const numberAt = (symbols: readonly DateSymbol[], shape: string, letter: string, from = 0): number =>
  (symbols[shape.indexOf(letter, from)] as Numbered).number;

/** Day and month between slashes or hyphens, in the declared order; else only what can be read in one way. */
function slashed(
  first: number,
  second: number,
  year: number,
  order: DateOrder | undefined,
): FoundDate | DateFault {
  const dayFirst = () => dated(year, second, first, 'day');
  const monthFirst = () => dated(year, first, second, 'day');
  if (order === 'dmy') return dayFirst();
  if (order === 'mdy') return monthFirst();
  if (first > 12 && second > 12) return 'date-does-not-exist';
  if (first > 12 || first === second) return dayFirst();
  return second > 12 ? monthFirst() : 'date-ambiguous';
}

function numeric(
  symbols: readonly DateSymbol[],
  shape: string,
  order: DateOrder | undefined,
): FoundDate | DateFault | null {
  const numbers = symbols.filter((symbol) => symbol.kind === 'number').map(({ number }) => number);
  const [first = 0, second = 0, third = 0] = numbers;
  if (shape === 'Y') return dated(first, 1, 1, 'year');
  if (/^Y([-/.])n\1n$/.test(shape)) return dated(first, second, third, 'day');
  if (/^Y[-/.]n$/.test(shape)) return dated(first, second, 1, 'month');
  if (/^n[-/.]Y$/.test(shape)) return dated(second, first, 1, 'month');
  if (/^n\.n\.Y$/.test(shape)) return slashed(first, second, third, order === 'mdy' ? 'mdy' : 'dmy');
  if (/^n([-/])n\1Y$/.test(shape)) return slashed(first, second, third, order);
  return /^n([-/.])n\1n$/.test(shape) ? 'date-short-year' : null;
}

function worded(symbols: readonly DateSymbol[], shape: string): FoundDate | DateFault | null {
  const year = (): number => numberAt(symbols, shape, 'Y');
  const month = (): number => numberAt(symbols, shape, 'M');
  if (shape === 'MY' || shape === 'YM') return dated(year(), month(), 1, 'month');
  if (['nMY', 'MnY', 'YMn', 'YnM', 'oMY', 'MoY'].includes(shape)) {
    return dated(year(), month(), numberAt(symbols, shape, shape.includes('n') ? 'n' : 'o'), 'day');
  }
  if (shape === 'SY' || shape === 'YS') {
    const { season } = symbols[shape.indexOf('S')] as Extract<DateSymbol, { kind: 'season' }>;
    return dated(year(), SEASON_STARTS[season], 1, 'season');
  }
  const parts = /^(?:Y?(?:[on][QH]|[QH][on])|(?:[on][QH]|[QH][on])Y?)$/.test(shape) && shape.includes('Y');
  if (parts) {
    const count = numberAt(symbols, shape, shape.includes('o') ? 'o' : 'n');
    if (count < 1) return 'date-does-not-exist';
    if (shape.includes('H')) return halfYear(year(), count);
    return count > 4 ? 'date-does-not-exist' : dated(year(), count * 3 - 2, 1, 'quarter');
  }
  return ['Mn', 'Sn', 'nMn'].includes(shape) ? 'date-short-year' : null;
}

/**
 * The one date that symbols mean, or why it is refused; null where they have no form of a date.
 * @param order of numbers between slashes and hyphens; points stand in dates with the day first where none is given
 */
export function dateForm(
  symbols: readonly DateSymbol[],
  order: DateOrder | undefined,
): FoundDate | DateFault | null {
  const plain = numeric(symbols, shapeOf(symbols), order);
  if (plain !== null) return plain;
  const words = symbols.filter(({ kind }) => kind !== 'sign');
  // Between words a sign says nothing: `2018-Q3`, `15-October-2018`. Between two dates it makes a range.
  const isJoined = symbols.some((symbol) => symbol.kind === 'sign' && symbol.isSpaced);
  if (isJoined) return null;
  const shape = shapeOf(words);
  if (shape.includes('p')) {
    if (shape.indexOf('p') !== shape.lastIndexOf('p')) return null;
    const inner = dateForm(withoutPart(symbols), order);
    return inner && typeof inner !== 'string' ? { ...inner, isWordy: true } : inner;
  }
  return worded(words, shape);
}

/** Without the words for a part of a period, and the hyphen that may follow them: `mid-2014`. */
function withoutPart(symbols: readonly DateSymbol[]): DateSymbol[] {
  const at = symbols.findIndex(({ kind }) => kind === 'part');
  const isHyphen = symbols[at + 1]?.kind === 'sign';
  return symbols.filter((_, index) => index !== at && !(isHyphen && index === at + 1));
}
