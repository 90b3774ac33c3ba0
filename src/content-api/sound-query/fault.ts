import type englishWords from '../../words/en.json';

type Sentences = (typeof englishWords)['sound-query'];

/** What is wrong with a query, and at which parameter. */
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

/** A list as the parser of queries makes it: one that is too long for it comes as an object with numbers for names. */
export function asList(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  return isObject(value) && Object.keys(value).every((key) => /^\d+$/.test(key))
    ? Object.values(value)
    : null;
}
