import type { Knex } from 'knex';
import type { ContentModel } from './content-model';
import type { ColumnValue } from './table-rows';

/** What one step of an import writes with, inside one transaction. */
export interface Batch {
  readonly trx: Knex.Transaction;
  /** Ids of rows that are to be inserted, which nobody else will use. */
  reserveIds(table: string, count: number): Promise<readonly number[]>;
  insert(table: string, columns: readonly string[], rows: readonly (readonly ColumnValue[])[]): Promise<void>;
  /** Overwrites columns of rows that are there, whose id stands first in each of `rows`. */
  update(table: string, columns: readonly string[], rows: readonly (readonly ColumnValue[])[]): Promise<void>;
  /**
   * Keeps the rows of documents as they are for others until the end of the transaction.
   * @param use `change` where their columns are written; `link` where nobody may link to them meanwhile, either
   */
  lockDocuments(model: ContentModel, documentIds: readonly string[], use: 'change' | 'link'): Promise<void>;
  /** Called between statements: ends what holds others up, where it can be done again. */
  giveWay(): Promise<void>;
}

/** Where an import keeps what it writes until its commit. */
export interface ImportStore {
  /** Whether rows are visible to others as soon as `write` is over, and have to be hidden by what they hold. */
  readonly isSeenBeforeCommit: boolean;
  /**
   * Runs a step that others may not wait for.
   * @param isHiding whether it inserts rows that are to be hidden
   */
  write<T>(work: (batch: Batch) => Promise<T>, isHiding: boolean): Promise<T>;
  /**
   * Runs the last step and makes all of it last. Nothing of it is left where it fails.
   * @param work may run twice, the second time as if it had not run before
   * @param end runs under the content lock, after `work`
   */
  commit(work: (batch: Batch) => Promise<void>, end: (trx: Knex.Transaction) => Promise<void>): Promise<void>;
  /** Takes back what has been written. */
  abandon(): Promise<void>;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
