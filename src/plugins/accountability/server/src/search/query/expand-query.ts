import type { Analyser } from '../analysis/analyser';
import { isCode } from '../analysis/words';
import type { Vocabulary } from '../index/vocabulary';
import type { Term } from './parse-query';

/** Words that a prefix matches. */
const MAX_PREFIX_MATCHES = 40;
/** Words that a word with a typing error matches. */
const MAX_SIMILAR_WORDS = 20;
/** Spellings in another script that are looked at; the usual ones come first. */
const MAX_SPELLINGS = 4;
/** A shorter beginning is left to the index itself. */
const MIN_PREFIX_LENGTH = 3;

const withMore = (term: Term, words: readonly string[], analyser: Analyser): Term => {
  const known = new Set(term.alternatives.map((tokens) => tokens.join(' ')));
  const more = words.flatMap((word) => analyser.alternatives(word)).filter((token) => !known.has(token));
  return { ...term, alternatives: [...term.alternatives, ...[...new Set(more)].map((token) => [token])] };
};

/** The word that is being typed also matches those that begin with it: their stems may be shorter than it. */
export const withBeginnings = (terms: readonly Term[], vocabulary: Vocabulary, analyser: Analyser): Term[] =>
  terms.map((term) =>
    withMore(
      term,
      term.prefixes
        .filter((prefix) => prefix.length >= MIN_PREFIX_LENGTH && !isCode(prefix))
        .flatMap((prefix) => vocabulary.beginningWith(prefix, MAX_PREFIX_MATCHES)),
      analyser,
    ),
  );

/** Each word, but for codes and phrases, also matches those that it may be with a typing error. */
export const withSimilar = (terms: readonly Term[], vocabulary: Vocabulary, analyser: Analyser): Term[] =>
  terms.map((term) => {
    const [word = ''] = term.words;
    // A word that there is has no error.
    if (term.isPhrase || isCode(word) || vocabulary.has(word)) return term;
    const similar = analyser
      .spellings(word)
      .slice(0, MAX_SPELLINGS)
      .flatMap((spelling) => vocabulary.similarTo(spelling, MAX_SIMILAR_WORDS));
    const stems = analyser
      .stems(word)
      .flatMap((stem) => vocabulary.similarTo(stem, MAX_SIMILAR_WORDS).map((token) => [token]));
    const more = withMore(term, similar, analyser);
    return { ...more, alternatives: [...more.alternatives, ...stems] };
  });
