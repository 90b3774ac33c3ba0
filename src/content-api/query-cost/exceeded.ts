import type { LimitName, QueryLimits } from './limits';
import type { Measured } from './measured';

/** An exceeded limit. */
export interface Exceeded {
  readonly limit: LimitName;
  readonly most: number;
  readonly received: number;
  /** The parameter that exceeds it, as in the query. */
  readonly parameter: string;
}

/** The limits a query exceeds, unordered; empty for an acceptable query. */
export function exceededLimits(measured: Measured, limits: QueryLimits): Exceeded[] {
  return [...measured].flatMap(([limit, { count, parameter }]) =>
    count > limits[limit] ? [{ limit, most: limits[limit], received: count, parameter }] : [],
  );
}
