/** A piece of SQL with `?` for each value. Values are never part of the text. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export type SqlValue = string | number | null | readonly string[] | readonly number[];

/** Differences of the two databases in the reader's SQL. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres';
  /** `expression` is in a list bound as one value, so that the statement's text stays the same. */
  among(expression: string, of: 'text' | 'number'): string;
  /** Matches a LIKE pattern with `\` as escape, ignoring letter case. */
  like(expression: string): string;
  /** A point in time in the database's storage form. */
  datetime(milliseconds: number): SqlValue;
  boolean(value: boolean): SqlValue;
  /** An expression cast to text. */
  text(expression: string): string;
  /** Whole numbers of a subquery's rows as one text, separated by spaces, unordered. */
  numbers(expressions: readonly string[]): string;
  /** The same for texts, separated by ITEM_END: bytes, since no text type can hold it on both databases. */
  items(expression: string, order: string): string;
}

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  among: (expression) => `${expression} IN (SELECT value FROM json_each(?))`,
  like: (expression) => `${expression} LIKE ? ESCAPE '\\'`,
  datetime: (milliseconds) => milliseconds,
  boolean: (value) => (value ? 1 : 0),
  text: (expression) => expression,
  numbers: (expressions) => `group_concat(${expressions.join(` || ' ' || `)}, ' ')`,
  items: (expression, order) => `group_concat(${expression}, CAST(x'ff' AS TEXT) ${order})`,
};

export const postgresDialect: Dialect = {
  name: 'postgres',
  among: (expression, of) => `${expression} = ANY(?::${of === 'number' ? 'int' : 'text'}[])`,
  like: (expression) => `${expression} ILIKE ? ESCAPE '\\'`,
  datetime: (milliseconds) => localTimestamp(new Date(milliseconds)),
  boolean: (value) => (value ? 'true' : 'false'),
  text: (expression) => `${expression}::text`,
  numbers: (expressions) => `string_agg(concat_ws(' ', ${expressions.join(', ')}), ' ')`,
  items: (expression, order) =>
    `string_agg(convert_to(${expression}::text, 'UTF8'), '\\xff'::bytea ${order})`,
};

/** Strapi's timestamp columns have no zone and contain the server process's local time. */
function localTimestamp(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day} ${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** Quotes a table or column name; standard SQL, understood by both databases. */
export const name = (identifier: string): string => `"${identifier.replaceAll('"', '""')}"`;

/** A text literal in a statement: for values of declarations, never of a request. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** `alias.column`, quoted. */
export const at = (alias: string, column: string): string => `${alias}.${name(column)}`;

/** Joins pieces of SQL, their values in the same order. */
export function join(pieces: readonly Sql[], separator: string): Sql {
  return {
    text: pieces.map((piece) => piece.text).join(separator),
    values: pieces.flatMap((piece) => piece.values),
  };
}

/** Replaces each `?` by PostgreSQL's `$1`, `$2`, … No statement here uses `?` otherwise. */
export function numberPlaceholders(text: string): string {
  let count = 0;
  return text.replace(/\?/g, () => `$${(count += 1)}`);
}

/** A LIKE pattern for "contains", with the wildcards in the text escaped. */
export const containsPattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;
