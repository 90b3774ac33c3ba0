/** Maximum cost of one query of the content API. Each is a count. */
export interface QueryLimits {
  /** Characters of the query string. */
  length: number;
  /** Nested relations in `populate`. */
  populateDepth: number;
  /** Relations, media and components in `populate`, at all depths; `*` counts as all it expands to. */
  populated: number;
  /** Expected number of documents, components and files in the response, by content size. */
  documents: number;
  /** Content types that occur again on a path of `populate`. */
  populateReturns: number;
  /** Keys of `sort`, those inside `populate` among them. */
  sortKeys: number;
  /** Repetitions of one key in `sort`. */
  sortRepeats: number;
  /** Conditions in `filters`, those inside `populate` among them. */
  filters: number;
  /** Text-matching conditions among them, such as `$containsi`. */
  textFilters: number;
  /** Relations and components in `filters` and on the paths of `sort`: each is a join. */
  joins: number;
  /** To-many ones among them: each multiplies the rows the database scans. */
  listJoins: number;
  /** Rows from these joins, scanned for each text condition, by content size. */
  joinedRows: number;
  /** Joins of the same relation or component. */
  joinsOfOne: number;
  /** Nesting of `$and`, `$or` and `$not`. */
  filterDepth: number;
  /** Values of one list, such as that of `$in`. */
  listSize: number;
  /** Characters of the search `_q`. */
  searchLength: number;
}

export type LimitName = keyof QueryLimits;

/** Without a token. Any page of a frontend needs far less. */
export const PUBLIC_QUERY_LIMITS: QueryLimits = {
  length: 8_000,
  populateDepth: 4,
  populated: 40,
  documents: 10_000,
  populateReturns: 0,
  sortKeys: 10,
  sortRepeats: 0,
  filters: 50,
  textFilters: 6,
  joins: 10,
  listJoins: 4,
  joinedRows: 50_000,
  joinsOfOne: 2,
  filterDepth: 6,
  listSize: 100,
  searchLength: 200,
};

/** With an API token: known clients, such as a site generator that reads everything at once. */
export const TOKEN_QUERY_LIMITS: QueryLimits = {
  length: 16_000,
  populateDepth: 6,
  populated: 120,
  documents: 100_000,
  populateReturns: 3,
  sortKeys: 20,
  sortRepeats: 0,
  filters: 200,
  textFilters: 30,
  joins: 15,
  listJoins: 6,
  joinedRows: 500_000,
  joinsOfOne: 3,
  filterDepth: 10,
  listSize: 500,
  searchLength: 500,
};
