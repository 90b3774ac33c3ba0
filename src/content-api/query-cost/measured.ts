import type { ContentModel } from './content-model';
import type { LimitName } from './limits';
import type { Sizes } from './sizes';

/** A count, and the parameter that raised it last. */
export interface Amount {
  readonly count: number;
  readonly parameter: string;
}

/** The cost of a query, by limit; without entries for what it does not use. */
export type Measured = Map<LimitName, Amount>;

/** Counters of a query being measured. */
export interface Measuring {
  readonly model: ContentModel;
  readonly measured: Measured;
  /** Content sizes; without them documents and joined rows are not counted. */
  readonly sizes?: Sizes;
  /** Rows the database scans for `filters` and `sort`. */
  joinedRows: number;
  /** Number of joins of each relation or component, by its path from the root content type. */
  readonly joined: Map<string, number>;
}

/** Adds to a count over the whole query. */
export function addTo(measured: Measured, name: LimitName, count: number, parameter: string): void {
  if (count > 0) measured.set(name, { count: (measured.get(name)?.count ?? 0) + count, parameter });
}

/** Keeps the maximum over several places. */
export function raiseTo(measured: Measured, name: LimitName, count: number, parameter: string): void {
  if (count > (measured.get(name)?.count ?? 0)) measured.set(name, { count, parameter });
}

/** A relation or component used by `filters` or `sort`. */
interface Join {
  /** Path from the root content type, as `milestones.partners`. */
  readonly path: string;
  readonly isList: boolean;
  /** The attribute, and its content type or component. */
  readonly uid: string;
  readonly name: string;
}

/** Counts one more join. */
export function addJoin(measuring: Measuring, { path, isList, uid, name }: Join, parameter: string): void {
  const { measured, joined, sizes } = measuring;
  const times = (joined.get(path) ?? 0) + 1;
  joined.set(path, times);
  addTo(measured, 'joins', 1, parameter);
  if (isList) addTo(measured, 'listJoins', 1, parameter);
  raiseTo(measured, 'joinsOfOne', times, parameter);
  if (sizes && isList) {
    measuring.joinedRows *= Math.max(1, sizes.fanOut(uid, name).average);
    raiseTo(measured, 'joinedRows', Math.ceil(measuring.joinedRows), parameter);
  }
}
