import type { MessageValues } from '../../languages/message-format';
import type { Severity } from '../problem';

/** What is wrong with the text of a cell, without its place. */
export interface ValueProblem {
  readonly severity: Severity;
  readonly code: string;
  readonly values?: MessageValues;
}

/** A value read from a cell; null with an error. */
export interface ValueReading<T> {
  readonly value: T | null;
  readonly problems: readonly ValueProblem[];
}
