import type { ContentModel } from './content-model';
import type { LimitName } from './limits';
import type { Sizes } from './sizes';

/** A count, and the parameter that raised it last. */
export interface Amount {
  readonly count: number;
  readonly parameter: string;
}

/** What a query asks for, by the limit it counts against; nothing where it does not ask for such a thing. */
export type Measured = Map<LimitName, Amount>;

/** What is counted while a query is gone through. */
export interface Measuring {
  readonly model: ContentModel;
  readonly measured: Measured;
  /** How large the content is; without it documents and joined rows are not counted. */
  readonly sizes?: Sizes;
  /** Rows the database goes through for `filters` and `sort`. */
  joinedRows: number;
  /** How often each relation or component is joined, by its path from the content type that is read. */
  readonly joined: Map<string, number>;
}

/** Adds to a count over the whole query. */
export function addTo(measured: Measured, name: LimitName, count: number, parameter: string): void {
  if (count > 0) measured.set(name, { count: (measured.get(name)?.count ?? 0) + count, parameter });
}

/** Keeps the largest of what occurs in several places. */
export function raiseTo(measured: Measured, name: LimitName, count: number, parameter: string): void {
  if (count > (measured.get(name)?.count ?? 0)) measured.set(name, { count, parameter });
}

/** A relation or component that `filters` or `sort` goes through. */
interface Join {
  /** Attributes from the content type that is read, as `milestones.partners`. */
  readonly path: string;
  readonly isList: boolean;
  /** The attribute, and the content type or component that has it. */
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
