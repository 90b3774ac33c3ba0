import type { FileContext } from '../formats/format';
import type { DatabaseSettings } from '../source/open-connection';
import type { ReadPlan } from '../source/plan';
import type { Sql } from '../source/sql';

/** All an export needs, as plain data: it is passed to a worker thread by structured clone. */
export interface ExportJob {
  readonly database: DatabaseSettings;
  readonly plan: ReadPlan;
  /** Condition on the alias `e`, see `source/filters.ts`. */
  readonly filter: Sql;
  /** Whether the request narrows the dataset by filters. */
  readonly isFiltered: boolean;
  /** Query for the number and time of the latest change in the file, see `changeQuery`. */
  readonly change: Sql;
  /** Query for the number of rows. */
  readonly count: Sql;
  /** The cached count, and the latest change at that time. */
  readonly known?: Pick<ExportHead, 'sequence' | 'total'>;
  /**
   * Query for the difference in rows since the change whose number is its parameter; null where only counting is
   * possible.
   */
  readonly difference: DifferenceQuery | null;
  /** Extension of the file's format. */
  readonly format: string;
  readonly context: FileContext;
  /** ISO day, for what depends on the date. */
  readonly today: string;
}

/** A query whose only parameter is the number of a change. */
export interface DifferenceQuery {
  readonly text: string;
}

/** Statistics of an export, read from its snapshot. */
export interface ExportHead {
  /** Number of rows. */
  readonly total: number;
  /** Number of the latest change in it; 0 without any. */
  readonly sequence: number;
  /** When that was, in milliseconds since 1970. */
  readonly modified: number;
}
