import type { LimitName } from './limits';

/** A count, and the parameter that raised it last. */
export interface Amount {
  readonly count: number;
  readonly parameter: string;
}

/** What a query asks for, by the limit it counts against; nothing where it does not ask for such a thing. */
export type Measured = Map<LimitName, Amount>;

/** Adds to a count over the whole query. */
export function addTo(measured: Measured, name: LimitName, count: number, parameter: string): void {
  if (count > 0) measured.set(name, { count: (measured.get(name)?.count ?? 0) + count, parameter });
}

/** Keeps the largest of what occurs in several places. */
export function raiseTo(measured: Measured, name: LimitName, count: number, parameter: string): void {
  if (count > (measured.get(name)?.count ?? 0)) measured.set(name, { count, parameter });
}
