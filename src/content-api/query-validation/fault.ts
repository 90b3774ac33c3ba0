import type englishWords from '../../words/en.json';

type Sentences = (typeof englishWords)['query-validation'];

/** What is invalid in a query, and in which parameter. */
export interface QueryFault {
  readonly code: keyof Sentences;
  readonly place: string;
}

/** First fault of several parts; null where none has one. */
export function firstFault<T>(
  parts: Iterable<T>,
  faultOf: (part: T) => QueryFault | null,
): QueryFault | null {
  for (const part of parts) {
    const fault = faultOf(part);
    if (fault) return fault;
  }
  return null;
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list as the query parser returns it: one over its size limit is an object with numeric keys. */
export function asList(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  return isObject(value) && Object.keys(value).every((key) => /^\d+$/.test(key))
    ? Object.values(value)
    : null;
}
