import type { ColumnType } from '../../datasets/declaration';

export type Scalar = string | number | boolean | null;
/** A value of an output row; a list where the column's source is one. */
export type Cell = Scalar | readonly string[];

const WHOLE_NUMBER = /^-?\d+$/;

/** Milliseconds since 1970 of a stored point in time: a number on SQLite, text on PostgreSQL. */
export function toMilliseconds(raw: unknown): number | null {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === 'number') return raw;
  // A connection that parses moments, as Strapi's does on PostgreSQL.
  if (raw instanceof Date) return raw.getTime();
  if (typeof raw === 'string' && WHOLE_NUMBER.test(raw)) return Number(raw);
  const text = String(raw).replace(' ', 'T');
  // Without an offset it is the server process's local time, as Strapi writes and reads it.
  const milliseconds = Date.parse(text.replace(/([+-]\d\d)$/, '$1:00'));
  return Number.isNaN(milliseconds) ? null : milliseconds;
}

/** ISO 8601 in UTC, whole seconds: Table Schema 1 parsers reject fractions. */
export const isoSeconds = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

const toText = (raw: unknown): string | null =>
  typeof raw === 'string' ? raw : raw === null || raw === undefined ? null : String(raw);

const toNumber = (raw: unknown): number | null =>
  typeof raw === 'number' ? raw : raw === null || raw === undefined ? null : Number(raw);

const toBoolean = (raw: unknown): boolean | null =>
  raw === null || raw === undefined
    ? null
    : raw === true || raw === 1 || raw === '1' || raw === 't' || raw === 'true';

function toDate(raw: unknown): string | null {
  if (raw === null || raw === undefined) return null;
  const isTime = typeof raw === 'number' || WHOLE_NUMBER.test(String(raw));
  return isTime ? new Date(Number(raw)).toISOString().slice(0, 10) : String(raw).slice(0, 10);
}

function toDatetime(raw: unknown): string | null {
  const milliseconds = toMilliseconds(raw);
  return milliseconds === null ? null : isoSeconds(milliseconds);
}

const CONVERTERS: Readonly<Record<ColumnType, (raw: unknown) => Scalar>> = {
  string: toText,
  text: toText,
  enum: toText,
  integer: toNumber,
  number: toNumber,
  boolean: toBoolean,
  date: toDate,
  datetime: toDatetime,
};

/** The function that converts a stored value of either database to the column's type. */
export const converterFor = (type: ColumnType): ((raw: unknown) => Scalar) => CONVERTERS[type];
