import { normalWord } from '../../../../shared/normal-word';
import type { CodeView } from '../contract';
import type { ColumnMatch } from './match';

/** A word in a column of a vocabulary. */
export interface ColumnWord {
  readonly word: string;
  /** The code that was chosen for it; empty where none was. */
  readonly chosen: string;
  /** The code it is known for; null for none. */
  readonly known: CodeView | null;
}

const isSame = (one: string, other: string): boolean => normalWord(one) === normalWord(other);

/** The code that a word is, or is known for; null for none. */
export const knownCode = (codes: readonly CodeView[], word: string): CodeView | null =>
  codes.find(({ code, words }) => [code, ...words].some((known) => isSame(known, word))) ?? null;

/** The words in a column and those it has a code for, each once. */
export function columnWords(
  { texts, values }: Pick<ColumnMatch, 'texts' | 'values'>,
  codes: readonly CodeView[],
): ColumnWord[] {
  const words = [...texts, ...Object.keys(values)];
  return words
    .filter((word, at) => !words.slice(0, at).some((one) => isSame(one, word)))
    .map((word) => ({
      word,
      chosen: Object.entries(values).find(([one]) => isSame(one, word))?.[1] ?? '',
      known: knownCode(codes, word),
    }));
}

/** The values of a column in which a word is a code; empty for none. */
export function withWord(
  values: ColumnMatch['values'],
  word: string,
  code: string,
): Readonly<Record<string, string>> {
  const others = Object.entries(values).filter(([one]) => !isSame(one, word));
  return Object.fromEntries(code === '' ? others : [...others, [word, code]]);
}
