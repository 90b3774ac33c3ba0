import type { SourceValue } from './source';

/** NUL, and halves of surrogate pairs. */
const UNSTORABLE = /[\0\p{Cs}]/u;

/** Whether each database stores a text unchanged: PostgreSQL takes neither NUL nor half of a surrogate pair. */
export const isStorable = (value: SourceValue): boolean =>
  Array.isArray(value) ? value.every(isStorable) : typeof value !== 'string' || !UNSTORABLE.test(value);

/** A text with � in place of what no database stores, for messages. */
export const storable = (text: string): string => text.replace(/[\0\p{Cs}]/gu, '\uFFFD');
