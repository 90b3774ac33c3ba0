import { storable } from '../source/storable';
import type { ValueProblem, ValueReading } from './result';

const MAX_SHOWN_LENGTH = 200;

/** A value as messages show it. */
export const shown = (value: unknown): string => storable(String(value).slice(0, MAX_SHOWN_LENGTH));

/** A value that has been read. */
export const known = <T>(value: T, problems: readonly ValueProblem[] = []): ValueReading<T> => ({
  value,
  problems,
});

/** A value that cannot be read, with the code of its message. */
export const failed = (code: string, values: ValueProblem['values']): ValueReading<never> => ({
  value: null,
  problems: [{ severity: 'error', code, values }],
});
