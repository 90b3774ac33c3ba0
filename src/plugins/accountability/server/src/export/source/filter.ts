import type { OutputColumn } from '../../datasets/output-columns';

export const OPERATORS = ['$eq', '$in', '$gte', '$lte', '$contains'] as const;
export type Operator = (typeof OPERATORS)[number];

/** A validated condition on an output column; `$in` has several values, the others one. */
export interface Filter {
  readonly column: OutputColumn;
  readonly operator: Operator;
  readonly values: readonly (string | number | boolean)[];
}
