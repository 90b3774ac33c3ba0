import type { FileContext } from '../formats/format';
import type { DatabaseSettings } from '../source/open-snapshot';
import type { ReadPlan } from '../source/plan';
import type { Sql } from '../source/sql';

/** All an export needs to know, as plain data: it goes to another thread by structured clone. */
export interface ExportJob {
  readonly database: DatabaseSettings;
  readonly plan: ReadPlan;
  /** Condition on the alias `e`, see `source/filters.ts`. */
  readonly filter: Sql;
  /** Query for the number and time of the latest change the file shows, see `changeQuery`. */
  readonly change: Sql;
  /** Query for the number of rows. */
  readonly count: Sql;
  /** The number it gave before, and the latest change then. */
  readonly known?: Pick<ExportHead, 'sequence' | 'total'>;
  /** Query for how many rows more there are since the change whose number it takes; null where only counting tells. */
  readonly difference: DifferenceQuery | null;
  /** Extension of the file's format. */
  readonly format: string;
  readonly context: FileContext;
  /** ISO day, for what depends on the date. */
  readonly today: string;
}

/** The text of a query that takes one value: the number of a change. */
export interface DifferenceQuery {
  readonly text: string;
}

/** What an export shows, told by the snapshot it is made of. */
export interface ExportHead {
  /** Number of rows. */
  readonly total: number;
  /** Number of the latest change in it; 0 where nothing ever happened. */
  readonly sequence: number;
  /** When that was, in milliseconds since 1970. */
  readonly modified: number;
}
