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
 * A read-only connection of its own: an export neither waits for Strapi's pool nor blocks it. It has one snapshot at a
 * time; opening it costs more than a small file, so that it is kept for the next one.
 */
export interface Connection {
  /** Begins a snapshot. */
  begin(): Promise<Snapshot>;
  /** Whether it still reads the configured database; false once it is closed, lost, or its file was replaced. */
  isUsable(): boolean;
  /** Ends its snapshot too; may be called repeatedly. */
  close(): Promise<void>;
}

/** A consistent read-only snapshot of the database. */
export interface Snapshot {
  readonly dialect: Dialect;
  /** Rows as arrays, in the order of the selected columns. */
  query(text: string, values: readonly SqlValue[]): Promise<DatabaseRow[]>;
  /** Records of documents as UTF-8, a row for each key, in the order of the keys. */
  readRecords(query: RecordQuery, keys: readonly DocumentKey[]): Promise<CellTable>;
  /** Ends the transaction; may be called repeatedly. */
  close(): Promise<void>;
}
