import type { Severity } from '../problem';

/** What is wrong with the text of a cell, without its place. */
export interface ValueProblem {
  readonly severity: Severity;
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** A value read from a cell; null with an error. */
export interface ValueReading<T> {
  readonly value: T | null;
  readonly problems: readonly ValueProblem[];
}
