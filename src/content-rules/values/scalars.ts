import {
  type DayFault,
  FIRST_YEAR,
  LAST_YEAR,
  dayFault,
  isMailAddress,
} from 'strapi-plugin-accountability/server';
import type { Issue } from '../issue';
import type { ValueAttribute } from './model';

/** Why a value is invalid for an attribute; the caller adds the path. */
export type ValueFault = Omit<Issue, 'path'>;

/** Range of PostgreSQL's `integer` and `bigint`; SQLite would accept more. */
const MAX_INTEGER = 2_147_483_647n;
const MAX_BIG_INTEGER = 9_223_372_036_854_775_807n;
/** Length of `varchar(255)`, Strapi's column of short texts. */
const SHORT_TEXT = 255;
/** Maximum length of an invalid value in a message. */
const SHOWN = 60;

const DAY_CODES = { form: 'day-form', missing: 'day-missing', year: 'day-year' } as const satisfies Record<
  DayFault,
  Issue['code']
>;

/** An invalid value as shown in a message. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : asJson(value);
  const letters = [...text.slice(0, 2 * SHOWN)];
  return letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : letters.join('');
}

/** Code may pass values without JSON representation: cycles, bigints. */
function asJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}

const fault = (
  code: Issue['code'],
  value: unknown,
  values: NonNullable<Issue['values']> = {},
): ValueFault => ({
  code,
  values: { value: shown(value), ...values },
});

function textFault(value: unknown, { type, maxLength, columnType }: ValueAttribute): ValueFault | null {
  if (typeof value !== 'string') return fault('not-text', value);
  const isLong = type === 'text' || type === 'richtext' || columnType !== undefined;
  const most = Math.min(maxLength ?? Infinity, isLong ? Infinity : SHORT_TEXT);
  // Databases count characters, JavaScript counts pairs of surrogates twice.
  return value.length > most && [...value].length > most
    ? fault('too-long', value, { most: String(most) })
    : null;
}

/** A form sends an empty text for no address. */
function mailFault(value: unknown, attribute: ValueAttribute): ValueFault | null {
  const reason = textFault(value, attribute);
  if (reason !== null || value === '') return reason;
  return isMailAddress(value as string) ? null : fault('not-mail-address', value);
}

function dateFault(value: unknown): ValueFault | null {
  const reason = typeof value === 'string' ? dayFault(value) : 'form';
  return reason && fault(DAY_CODES[reason], value, { first: String(FIRST_YEAR), last: String(LAST_YEAR) });
}

const MOMENT = /^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** Code passes dates as `Date`, requests as text; a number is a timestamp in milliseconds. */
function isMoment(value: unknown): boolean {
  if (typeof value === 'string') {
    const day = MOMENT.exec(value)?.[1];
    return day !== undefined && dayFault(day) === null && !Number.isNaN(Date.parse(value));
  }
  const time = value instanceof Date ? value.getTime() : value;
  return typeof time === 'number' && dayFault(isoDayOf(time)) === null;
}

const isoDayOf = (time: number): string => {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
};

/** Whether a value is a whole number in the column's range, as a number or as digits. */
export function isWholeNumber(value: unknown, most = MAX_INTEGER): boolean {
  const digits =
    typeof value === 'string'
      ? value
      : typeof value === 'bigint' || Number.isSafeInteger(value)
        ? String(value)
        : '';
  if (!/^-?\d{1,19}$/.test(digits)) return false;
  const number = BigInt(digits);
  return number <= most && number >= -most;
}

export const noWholeNumber = (value: unknown, most = MAX_INTEGER): ValueFault =>
  fault('not-whole-number', value, { most: String(most) });

const isNumber = (value: unknown): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value === 'string' && /^-?\d{1,30}(\.\d{1,30})?$/.test(value);

/**
 * Why a value is invalid for a scalar attribute, null where it is valid. Empty values are valid here: required
 * attributes are checked elsewhere. Unknown types are left to Strapi.
 */
export function scalarFault(attribute: ValueAttribute, value: unknown): ValueFault | null {
  if (value === null || value === undefined) return null;
  switch (attribute.type) {
    case 'string':
    case 'text':
    case 'richtext':
    case 'uid':
    case 'password':
      return textFault(value, attribute);
    case 'email':
      return mailFault(value, attribute);
    case 'enumeration':
      return typeof value === 'string' && attribute.enum?.includes(value)
        ? null
        : fault('not-one-of', value, { known: attribute.enum ?? [] });
    case 'integer':
      return isWholeNumber(value) ? null : noWholeNumber(value);
    case 'biginteger':
      return isWholeNumber(value, MAX_BIG_INTEGER) ? null : noWholeNumber(value, MAX_BIG_INTEGER);
    case 'decimal':
    case 'float':
      return isNumber(value) ? null : fault('not-number', value);
    case 'boolean':
      return typeof value === 'boolean' ? null : fault('not-boolean', value);
    case 'date':
      return dateFault(value);
    case 'datetime':
    case 'timestamp':
      return isMoment(value) ? null : fault('not-moment', value);
    default:
      return null;
  }
}
