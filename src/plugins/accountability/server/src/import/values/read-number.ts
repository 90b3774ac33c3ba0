import { plainDateText as plainDigits } from './date-symbols';
import { failed, known, shown } from './reading';
import type { ValueReading } from './result';

const MAX_LENGTH = 40;
const PLAIN = /^[+-]?\d{1,30}(?:\.\d{1,30})?(?:e[+-]?\d{1,3})?$/i;
/** Thousands between spaces or apostrophes. */
const SPACED = /^[+-]?\d{1,3}(?:[ ']\d{3}){1,9}(?:[.,]\d{1,30})?$/;
/** One comma before three digits: thousands in one language, decimals in another. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2},\d{3}$/;
const COMMA_THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3}){1,9}(?:\.\d{1,30})?$/;
const POINT_THOUSANDS = /^[+-]?\d{1,3}(?:\.\d{3}){2,9}(?:,\d{1,30})?$|^[+-]?\d{1,3}\.\d{3},\d{1,30}$/;
const COMMA_DECIMAL = /^[+-]?\d{1,30},\d{1,30}$/;

/** The text with a point for decimals and nothing between thousands; null where it is no number. */
function plainNumber(text: string): string | 'ambiguous' | null {
  if (PLAIN.test(text)) return text;
  if (SPACED.test(text)) return text.replace(/[ ']/g, '').replace(',', '.');
  if (AMBIGUOUS.test(text)) return 'ambiguous';
  if (COMMA_THOUSANDS.test(text)) return text.replaceAll(',', '');
  if (POINT_THOUSANDS.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return COMMA_DECIMAL.test(text) ? text.replace(',', '.') : null;
}

/**
 * The number of a cell; null for an empty one. `1 234,5` and `1,234.5` are understood; `1,234` can be read in two ways
 * and is refused. A point is the decimal sign, as in exports.
 */
export function readNumber(value: string | number): ValueReading<number> {
  if (typeof value === 'number') return known(value);
  if (value.length > MAX_LENGTH) return failed('number-not-understood', { value: shown(value) });
  const text = plainDigits(value);
  if (text === '') return { value: null, problems: [] };
  const plain = plainNumber(text);
  if (plain === 'ambiguous') return failed('number-ambiguous', { value: shown(value) });
  const number = plain === null ? Number.NaN : Number(plain);
  return Number.isFinite(number) ? known(number) : failed('number-not-understood', { value: shown(value) });
}

/** As `readNumber`; a number with decimals, or one too large to be exact, is an error. */
export function readInteger(value: string | number): ValueReading<number> {
  const reading = readNumber(value);
  if (reading.value === null || Number.isSafeInteger(reading.value)) return reading;
  return failed('number-not-whole', { value: shown(value) });
}
