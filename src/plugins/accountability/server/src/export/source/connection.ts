import type { CellTable } from './cell-table';
import type { DocumentKey } from './document-key';
import type { Dialect, SqlValue } from './sql';

export type DatabaseRow = readonly unknown[];

/** What to read of documents: expressions over the aliases of its joins, see `plan.ts`. */
export interface RecordQuery {
  /** Each is text, or bytes for a list. */
  readonly expressions: readonly string[];
  /** Joins after the alias `k`, which has the numeric ids of a document's rows. */
  readonly joins: string;
  /** Number of languages a document may have: `k.r0`, `k.r1`, … */
  readonly languages: number;
}

/**
 * A consistent read-only snapshot of the database on a connection of its own: an export neither waits for Strapi's
 * pool nor blocks it.
 */
export interface Snapshot {
  readonly dialect: Dialect;
  /** Rows as arrays, in the order of the selected columns. */
  query(text: string, values: readonly SqlValue[]): Promise<DatabaseRow[]>;
  /** Records of documents as UTF-8, a row for each key, in the order of the keys. */
  readRecords(query: RecordQuery, keys: readonly DocumentKey[]): Promise<CellTable>;
  /** Ends the transaction and the connection; may be called repeatedly. */
  close(): Promise<void>;
}
