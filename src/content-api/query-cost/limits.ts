/** The most that one query of the content API may ask for. Each is a count. */
export interface QueryLimits {
  /** Characters of the query string. */
  length: number;
  /** Relations below each other in `populate`. */
  populateDepth: number;
  /** Relations, media and components in `populate`, at all depths; `*` counts each it stands for. */
  populated: number;
  /** Documents, components and files the answer may hold, as the size of the content lets one expect. */
  documents: number;
  /** Content types a path of `populate` may come back to. */
  populateReturns: number;
  /** Keys of `sort`, those inside `populate` among them. */
  sortKeys: number;
  /** Times one key stands in `sort` beyond the first. */
  sortRepeats: number;
  /** Conditions in `filters`, those inside `populate` among them. */
  filters: number;
  /** Relations and components in `filters` and on the paths of `sort`: each is a join. */
  joins: number;
  /** Those of them that lead to several rows: each multiplies the rows the database goes through. */
  listJoins: number;
  /** Rows that come of these joins, as the size of the content lets one expect. */
  joinedRows: number;
  /** Times one relation or component is joined. */
  joinsOfOne: number;
  /** `$and`, `$or` and `$not` inside each other. */
  filterDepth: number;
  /** Values of one list, such as that of `$in`. */
  listSize: number;
  /** Characters of the search `_q`. */
  searchLength: number;
}

export type LimitName = keyof QueryLimits;

/** Without a token. What a page of any frontend needs is far below. */
export const PUBLIC_QUERY_LIMITS: QueryLimits = {
  length: 8_000,
  populateDepth: 4,
  populated: 40,
  documents: 10_000,
  populateReturns: 0,
  sortKeys: 10,
  sortRepeats: 0,
  filters: 50,
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
  joins: 15,
  listJoins: 6,
  joinedRows: 500_000,
  joinsOfOne: 3,
  filterDepth: 10,
  listSize: 500,
  searchLength: 500,
};
