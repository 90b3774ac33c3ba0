import type { Measured } from './measured';

/** Set in the state of a request whose query is expensive regardless of its result. */
export const IS_EXPENSIVE_QUERY = 'isExpensiveQuery';

/** To-many relations by which a cheap query may filter or sort. */
const CHEAP_JOINS = 1;

/** Whether a query is expensive for the database, however small its result. */
export const isExpensiveQuery = (measured: Measured): boolean =>
  (measured.get('listJoins')?.count ?? 0) > CHEAP_JOINS;
