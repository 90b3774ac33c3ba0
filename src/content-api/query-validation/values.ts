import { asList, firstFault, type QueryFault } from './fault';

const TEXT_OPERATOR = /^\$(not)?(contains|startsWith|endsWith|eq|ne)i?$/i;
const COMPARES = new Set(['$eq', '$ne', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte', '$between']);
const TEXTS = new Set(['string', 'text', 'richtext', 'uid', 'email', 'enumeration', 'password']);
const DATES = new Set(['date', 'datetime', 'timestamp']);

const MAX_INTEGER = 2 ** 31 - 1;
const LAST_YEAR = 9999;

const isWhole = (text: string): boolean =>
  /^[+-]?\d{1,10}$/.test(text) && Math.abs(Number(text)) <= MAX_INTEGER;
const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** A day that does not exist in the databases' calendars. Other invalid dates are rejected by Strapi. */
function isOutOfTime(text: string): boolean {
  const year = new Date(text).getUTCFullYear();
  return year < 0 || year > LAST_YEAR;
}

/** Whether a value can be compared with an attribute of this type; the error code where it cannot. */
function codeOf(type: string, value: unknown): QueryFault['code'] | null {
  const text = String(value);
  if (type === 'integer') return isWhole(text) ? null : 'WHOLE_NUMBER_NEEDED';
  if (type === 'decimal' || type === 'float') return isNumber(text) ? null : 'NUMBER_NEEDED';
  if (type === 'biginteger') return /^[+-]?\d{1,18}$/.test(text) ? null : 'WHOLE_NUMBER_NEEDED';
  return DATES.has(type) && isOutOfTime(text) ? 'DATE_OUT_OF_RANGE' : null;
}

/**
 * The fault of an operator and its value for an attribute of a type. SQLite compares any types; PostgreSQL fails
 * for a value that does not match the column's.
 */
export function operandFault(
  type: string,
  operator: string,
  value: unknown,
  place: string,
): QueryFault | null {
  if (operator === '$null' || operator === '$notNull') return null;
  if (operator === '$jsonSupersetOf') return { code: 'OPERATOR_NOT_HERE', place };
  const list = asList(value);
  if (typeof value === 'object' && value !== null && !list) return { code: 'VALUE_NEEDED', place };
  const values = list ?? [value];
  if (values.some((one) => typeof one === 'object' && one !== null)) return { code: 'VALUE_NEEDED', place };
  if (operator === '$between' && values.length !== 2) return { code: 'BETWEEN_NEEDS_TWO', place };
  if (!COMPARES.has(operator)) {
    return TEXT_OPERATOR.test(operator) && !TEXTS.has(type) ? { code: 'TEXTS_ONLY', place } : null;
  }
  return firstFault(values, (one) => {
    const code = codeOf(type, one);
    return code && { code, place };
  });
}

/** Page numbers, which become a limit and an offset. */
export function pageFault(pagination: unknown, place: string): QueryFault | null {
  if (typeof pagination !== 'object' || pagination === null) return null;
  return firstFault(Object.entries(pagination), ([name, value]) =>
    name !== 'withCount' && isNumber(String(value)) && Math.abs(Number(value)) > MAX_INTEGER
      ? { code: 'WHOLE_NUMBER_NEEDED', place: `${place}[${name}]` }
      : null,
  );
}
