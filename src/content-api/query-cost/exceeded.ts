import type { LimitName, QueryLimits } from './limits';
import type { Measured } from './measured';

/** A limit that a query goes beyond. */
export interface Exceeded {
  readonly limit: LimitName;
  readonly most: number;
  readonly received: number;
  /** The parameter that goes beyond it, as it stands in the query. */
  readonly parameter: string;
}

/** The limits a query goes beyond, in no order; empty where it may be answered. */
export function exceededLimits(measured: Measured, limits: QueryLimits): Exceeded[] {
  return [...measured].flatMap(([limit, { count, parameter }]) =>
    count > limits[limit] ? [{ limit, most: limits[limit], received: count, parameter }] : [],
  );
}
