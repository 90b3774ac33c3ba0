import type { Analyser } from '../analysis/analyser';
import { isCode, wordsOf } from '../analysis/words';

/** A longer query is refused. */
export const MAX_QUERY_LENGTH = 200;
/** Further words are not looked at. */
const MAX_TERMS = 16;

/** A part of a query that a document has to have. */
export interface Term {
  /** The words as they were written, folded; several of a phrase. */
  readonly words: readonly string[];
  /** Sequences of tokens, one of which a text has to have: single tokens, but for phrases. */
  readonly alternatives: readonly (readonly string[])[];
  /** The beginnings of words that do as well: the last word may still be being typed. */
  readonly prefixes: readonly string[];
  readonly isPhrase: boolean;
}

export interface ParsedQuery {
  readonly terms: readonly Term[];
  /** Words that are codes or numbers. */
  readonly codes: readonly string[];
}

const QUOTED = /["“”„«»]([^"“”„«»]*)["“”„«»]/g;

/**
 * Parses what a reader typed: words, all of which have to match, and phrases in quotation marks. Nothing in it is an
 * operator, and nothing is refused. Pure.
 */
export function parseQuery(text: string, analyser: Analyser): ParsedQuery {
  const phrases: string[][] = [];
  const loose = text.replace(QUOTED, (_quoted, phrase: string) => {
    const words = wordsOf(phrase).map(({ word }) => word);
    if (words.length > 0) phrases.push(words);
    return ' ';
  });
  const written = wordsOf(loose);
  // Of joined words the whole says all that its parts do.
  const outermost = written.filter(
    ({ start, end }, index) =>
      !written.some(
        (other, place) => place !== index && other.start <= start && other.end >= end && isCode(other.word),
      ),
  );
  const isOpen = loose.trimEnd().length > 0 && outermost.at(-1)?.end === loose.trimEnd().length;
  const isSignificant = ({ word }: { word: string }) => !analyser.isStopWord(word);
  const hasSignificantWord = phrases.length > 0 || outermost.some(isSignificant);
  const last = outermost.at(-1);
  const terms = [
    ...outermost
      .filter((one) => !hasSignificantWord || isSignificant(one))
      .map((one) => wordTerm(one.word, isOpen && one === last, analyser)),
    ...phrases.map((words) => phraseTerm(words, analyser)),
  ].slice(0, MAX_TERMS);
  return { terms, codes: terms.flatMap(({ words, isPhrase }) => (isPhrase ? [] : words.filter(isCode))) };
}

const wordTerm = (word: string, isOpen: boolean, analyser: Analyser): Term => ({
  words: [word],
  alternatives: analyser.alternatives(word).map((token) => [token]),
  prefixes: isOpen && word.length >= 2 ? analyser.spellings(word) : [],
  isPhrase: false,
});

/** In each language on its own: the words of a phrase are of one text. */
function phraseTerm(words: readonly string[], analyser: Analyser): Term {
  const choices = words.map((word) => analyser.alternatives(word));
  const count = Math.max(...choices.map(({ length }) => length));
  const sequences = Array.from({ length: count }, (_, index) =>
    choices.map((tokens) => tokens[index] ?? tokens.at(-1) ?? ''),
  );
  const distinct = new Map(sequences.map((sequence) => [sequence.join(' '), sequence]));
  return { words, alternatives: [...distinct.values()], prefixes: [], isPhrase: words.length > 1 };
}
