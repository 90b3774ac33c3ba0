import type { ValueProblem, ValueReading } from './result';

const LONGEST_SHOWN = 200;

/** A value as messages show it. */
export const shown = (value: unknown): string => String(value).slice(0, LONGEST_SHOWN);

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
