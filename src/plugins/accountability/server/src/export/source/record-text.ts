import type { RecordQuery } from './connection';
import type { DocumentKey } from './document-key';
import { CELL_END, NO_VALUE } from './cell-table';

const byte = (value: number): string => `CAST(x'${value.toString(16)}' AS TEXT)`;

/** Numeric ids of rows come from the database itself; nothing else may be put into a statement's text. */
const idText = (id: number | null): string => {
  if (id === null) return 'NULL';
  if (!Number.isSafeInteger(id)) throw new Error(`${id} is no row id`);
  return String(id);
};

/**
 * The SQLite statement that returns the records of keys as one value, each cell terminated. Its parameter is
 * `keysAsJson`. The outermost table of the join is the list of keys, so that the order is theirs; each record
 * begins with its number, which the reader checks.
 */
export function sqliteRecords({ expressions, joins, languages }: RecordQuery): string {
  const ids = Array.from({ length: languages }, (_, index) => `value->>${index} AS r${index}`);
  const cells = ['k.n', ...expressions].map((expression) => `ifnull(${expression}, ${byte(NO_VALUE)})`);
  return (
    // Materialized; otherwise each reference to an id would parse the JSON text again.
    `WITH k AS MATERIALIZED (SELECT key AS n, value->>${languages} AS p, ${ids.join(', ')} FROM json_each(?)) ` +
    `SELECT CAST(group_concat(line, '') AS BLOB) FROM (` +
    `SELECT concat_ws(${byte(CELL_END)}, ${cells.join(', ')}, '') AS line FROM k ${joins})`
  );
}

/** Keys as `sqliteRecords` expects them: an array per document, its rows by language and the primary one. */
export const keysAsJson = (keys: readonly DocumentKey[]): string =>
  JSON.stringify(keys.map(({ rowIds, rowId }) => [...rowIds, rowId]));

/** The PostgreSQL statement that returns the records of keys as binary COPY, their number first. */
export function postgresRecords(
  { expressions, joins, languages }: RecordQuery,
  keys: readonly DocumentKey[],
): string {
  const list = (ids: readonly (number | null)[]) => `'{${ids.map(idText).join(',')}}'::int[]`;
  const names = Array.from({ length: languages }, (_, index) => `r${index}`);
  const ids = names.map((_, index) => list(keys.map(({ rowIds }) => rowIds[index] ?? null)));
  return (
    `COPY (SELECT (k.n - 1)::text, ${expressions.join(', ')} ` +
    `FROM unnest(${[...ids, list(keys.map(({ rowId }) => rowId))].join(', ')}) ` +
    `WITH ORDINALITY AS k(${[...names, 'p', 'n'].join(', ')}) ${joins} ORDER BY k.n) TO STDOUT (FORMAT binary)`
  );
}
