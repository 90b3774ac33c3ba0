import type { Measured } from './measured';

/** Set in the state of a request whose query is dear whatever it is answered with. */
export const IS_DEAR_QUERY = 'isDearQuery';

/** Relations to several documents that a cheap query may filter or sort by. */
const CHEAP_JOINS = 1;

/** Whether the database has much to do for a query, however small its answer is. */
export const isDearQuery = (measured: Measured): boolean =>
  (measured.get('listJoins')?.count ?? 0) > CHEAP_JOINS;
