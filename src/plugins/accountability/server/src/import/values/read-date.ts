import { endsBeforeStart } from '../../dates/partial-date';
import type { SourceDay } from '../source/source';
import { dateForm, type DateFault, type DateOrder, type FoundDate, type PartialDate } from './date-forms';
import { plainDateText, symbolsOf, type DateSymbol } from './date-symbols';
import { meaningsOf, phrase } from './date-words';
import { failed, known, shown } from './reading';
import type { ValueReading } from './result';

export type { DateOrder, PartialDate } from './date-forms';

/**
 * A date or a timeframe that a cell gives. `single`: start and end are the same date, so that a column of either kind
 * takes its side. `ongoing`: the end has precision `none`, the start is there where the text gives one.
 */
export interface DateReading {
  readonly kind: 'single' | 'range' | 'ongoing' | 'not-specified';
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
  /** The words as given, where they say other than the dates; null for "not specified". */
  readonly note: string | null;
}

export interface DateSettings {
  /** Languages of the source, the first to be asked first; all with declared words are understood. */
  readonly languages?: readonly string[];
  /** Without it `03/04/2015` is refused. */
  readonly order?: DateOrder;
}

const MAX_LENGTH = 200;
const WITHOUT_END: PartialDate = { date: null, precision: 'none' };
const NOTHING = { kind: 'not-specified', start: null, end: null, note: null } as const;
/** A day with the midnight that spreadsheets and databases add. */
const MIDNIGHT = /^(\d{4}-\d{1,2}-\d{1,2})[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:00)?$/i;
const ONLY_SIGNS = /^[-–—./?*]+$/;

/**
 * The date, or timeframe, of a cell. Nothing is guessed: a text that can be read in two ways, a day that no calendar
 * has, a year of two digits or outside of 1900 to 2199 are errors. A number is a year; serial numbers of spreadsheets
 * are not dates here.
 */
export function readDate(
  value: string | number | SourceDay | null,
  { languages = [], order }: DateSettings = {},
): ValueReading<DateReading> {
  if (value === null) return known(NOTHING);
  const given = typeof value === 'object' ? value.day : String(value).trim();
  if (given.length > MAX_LENGTH) return failed('date-not-understood', { value: shown(given) });
  const text = plainDateText(given).replace(MIDNIGHT, '$1');
  if (text === '' || ONLY_SIGNS.test(text) || isUnspecified(text, languages)) return known(NOTHING);
  const symbols = symbolsOf(text, languages);
  const found = symbols === null || symbols === 'ambiguous' ? symbols : timeframe(symbols, order);
  if (found === null) return failed('date-not-understood', { value: shown(given) });
  if (found === 'ambiguous') return failed('date-ambiguous', { value: shown(given) });
  if (typeof found === 'string') return failed(found, { value: shown(given) });
  const { isWordy, ...reading } = found;
  return known({ ...reading, note: isWordy ? given : null });
}

/** Also `N/A`, whose stroke joins no two dates. */
const isUnspecified = (text: string, languages: readonly string[]): boolean =>
  !/\d/.test(text) && meaningsOf(phrase(text), languages).some(({ kind }) => kind === 'unspecified');

type Found = Omit<DateReading, 'note'> & { readonly isWordy: boolean };
type Fault = DateFault | 'date-range-reversed';

function timeframe(symbols: readonly DateSymbol[], order: DateOrder | undefined): Found | Fault | null {
  const kinds = new Set(symbols.map(({ kind }) => kind));
  if (kinds.size === 1 && kinds.has('ongoing')) {
    return { kind: 'ongoing', start: null, end: WITHOUT_END, isWordy: true };
  }
  if (symbols.at(-1)?.kind === 'ongoing') return openEnd(symbols.slice(0, -1), order);
  const single = dateForm(symbols, order);
  if (single !== null && typeof single !== 'string') {
    return { kind: single.start === single.end ? 'single' : 'range', ...single };
  }
  const range = rangeOf(symbols, order);
  // `13/2013` is a month that does not exist; where a range is understood, it is the better reading.
  return range ?? single;
}

const isJoint = (symbol: DateSymbol): boolean =>
  symbol.kind === 'range' || (symbol.kind === 'sign' && symbol.sign !== '.');

/** A start without an end: `2014 - ongoing`. */
function openEnd(symbols: readonly DateSymbol[], order: DateOrder | undefined): Found | Fault | null {
  const last = symbols.at(-1);
  const start = dateForm(last && isJoint(last) ? symbols.slice(0, -1) : symbols, order);
  if (start === null || typeof start === 'string') return start;
  return { kind: 'ongoing', start: start.start, end: WITHOUT_END, isWordy: true };
}

/** How surely a symbol stands between two dates: words, then signs between spaces, then dashes, then slashes. */
function rank(symbol: DateSymbol): number {
  if (symbol.kind !== 'sign') return 0;
  if (symbol.isSpaced) return 1;
  return symbol.sign === '/' ? 4 : symbol.sign === '-' ? 3 : 2;
}

function rangeOf(symbols: readonly DateSymbol[], order: DateOrder | undefined): Found | Fault | null {
  const joints = symbols
    .map((symbol, index) => ({ symbol, index }))
    .filter(({ symbol }) => isJoint(symbol))
    .sort((one, other) => rank(one.symbol) - rank(other.symbol));
  let fault: Fault | null = null;
  for (const { index } of joints) {
    const found = sides(symbols.slice(0, index), symbols.slice(index + 1), order);
    if (found !== null && typeof found !== 'string') return found;
    fault ??= found;
  }
  return fault;
}

const isYear = (symbol: DateSymbol): boolean => symbol.kind === 'number' && symbol.digits === 4;
const YEAR_AND: Readonly<Record<string, (symbol: DateSymbol) => boolean>> = {
  year: isYear,
  month: (symbol) => isYear(symbol) || symbol.kind === 'month',
  quarter: (symbol) => isYear(symbol) || symbol.kind === 'quarter',
};

/** Two dates; what only one of them says, as the year in `September - December 2011`, is said of both. */
function sides(
  left: readonly DateSymbol[],
  right: readonly DateSymbol[],
  order: DateOrder | undefined,
): Found | Fault | null {
  const lefts = [left, ...Object.values(YEAR_AND).map((is) => [...left, ...right.filter(is)])];
  const rights = [right, [...right, ...left.filter(isYear)]];
  let fault: Fault | null = null;
  for (const [one, other] of [
    ...lefts.map((side) => [side, right] as const),
    ...rights.map((side) => [left, side] as const),
  ]) {
    const [start, end] = [dateForm(one, order), dateForm(other, order)];
    if (start !== null && end !== null && typeof start !== 'string' && typeof end !== 'string') {
      return joined(start, end);
    }
    if (start !== null && end !== null) fault ??= (typeof start === 'string' ? start : end) as Fault;
  }
  return fault;
}

function joined(first: FoundDate, last: FoundDate): Found | Fault {
  const { start } = first;
  const { end } = last;
  const isReversed = endsBeforeStart({
    startDate: start.date,
    startPrecision: start.precision,
    endDate: end.date,
    endPrecision: end.precision,
  });
  if (isReversed) return 'date-range-reversed';
  return { kind: 'range', start, end, isWordy: first.isWordy || last.isWordy };
}
