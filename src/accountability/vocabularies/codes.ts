import type { ColumnValue } from 'strapi-plugin-accountability/declare';
import { type WordKey, word } from '../../words/word';

/** A code of a vocabulary an enumeration takes its values from; in all of them it means the same. */
export type Code = WordKey<'vocabularies'>;

export const valuesOf = (codes: readonly Code[]): ColumnValue[] =>
  codes.map((value) => ({ value, labels: word('vocabularies', value) }));
