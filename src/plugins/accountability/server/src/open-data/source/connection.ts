import type { Dialect, SqlValue } from './sql';

export type DatabaseRow = readonly unknown[];

/**
 * One read-only view of the database, the same from its first query to its last, on a connection of its
 * own: an export neither waits for Strapi's pool nor holds it up.
 */
export interface Snapshot {
  readonly dialect: Dialect;
  /** Rows as arrays, in the order of the selected columns. */
  query(text: string, values: readonly SqlValue[]): Promise<DatabaseRow[]>;
  /** Ends the transaction and the connection; harmless when called again. */
  close(): Promise<void>;
}
