/* eslint-disable @typescript-eslint/no-require-imports -- the types of the package are those of its ES modules only */
import type { SearchLanguage } from 'strapi-plugin-accountability/declare';

interface Stemmer {
  stemmer(word: string): string;
}

const { stemmer: englishStemmer } = require('@orama/stemmers/english') as Stemmer;
const { stemmer: frenchStemmer } = require('@orama/stemmers/french') as Stemmer;
const { stemmer: spanishStemmer } = require('@orama/stemmers/spanish') as Stemmer;

const script = /^\p{Script=Latin}+$/u;

/** A word in its stem's spelling: the stemmer is of words with accents, and looks at this one. */
const SPANISH_NOUN = /([cs])ion$/;

/** Stems of Snowball, by a library; words come without accents, in texts and queries alike. */
export const english: SearchLanguage = {
  script,
  version: 1,
  stopWords: ['a', 'an', 'the', 'and', 'or', 'of', 'in', 'on', 'to', 'for', 'by', 'with', 'at', 'is', 'are'],
  stem: (word) => englishStemmer(word),
};

export const spanish: SearchLanguage = {
  script,
  version: 1,
  stopWords: [
    'el',
    'la',
    'los',
    'las',
    'un',
    'una',
    'y',
    'o',
    'de',
    'del',
    'en',
    'con',
    'por',
    'para',
    'que',
  ],
  stem: (word) => spanishStemmer(word.replace(SPANISH_NOUN, '$1ión')),
};

export const french: SearchLanguage = {
  script,
  version: 1,
  stopWords: [
    'le',
    'la',
    'les',
    'l',
    'un',
    'une',
    'des',
    'de',
    'du',
    'd',
    'et',
    'ou',
    'en',
    'dans',
    'pour',
    'par',
  ],
  stem: (word) => frenchStemmer(word),
};
