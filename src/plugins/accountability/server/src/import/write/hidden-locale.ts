import type { Knex } from 'knex';

/** The bits in which a small letter and the control character of its place in the alphabet differ. */
export const LETTER = 0x60;
const CONTROL = 0x1f;

/** Below every character of a language's code, and above every one a hidden code begins with. */
export const FIRST_SHOWN = ' ';

/**
 * What stands in a row's language while nobody may see it: the code with its first letter as the control character
 * of the same place in the alphabet, which no code has. It is as long as the code, so that SQLite writes only the
 * bytes that differ when the row appears. Pure.
 */
export const hiddenLocale = (locale: string): string =>
  String.fromCharCode(locale.charCodeAt(0) & CONTROL) + locale.slice(1);

/** Leaves hidden rows out of a query that does not ask for a language. @param column of the language, with its table */
export const withoutHidden = (query: Knex.QueryBuilder, column: string): Knex.QueryBuilder =>
  query.where((where) => void where.whereNull(column).orWhere(column, '>=', FIRST_SHOWN));
