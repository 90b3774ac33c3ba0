import { writingDirection } from './writing-direction';

/** Words of letters that run from the right keep their order in any surroundings. */
const LETTERS_ALONE = /^[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\s]*$/u;
const RIGHT_TO_LEFT_ISOLATE = '\u2067';
const POP_ISOLATE = '\u2069';

/**
 * A word of a language that is written from the right, for a page that is laid out from the left, as Strapi's panel is
 * in every language: in an isolate of its own direction (Unicode Bidirectional Algorithm, 2.4), so that full stops,
 * numbers and names in other letters are displayed in the right order. Words of such letters alone, and other languages, are
 * returned as they are. Pure.
 */
export const isolatedWord = (word: string, language: string): string =>
  writingDirection(language) === 'rtl' && !LETTERS_ALONE.test(word)
    ? `${RIGHT_TO_LEFT_ISOLATE}${word}${POP_ISOLATE}`
    : word;

/** The same for words by key. */
export const isolatedWords = (
  words: Readonly<Record<string, string>>,
  language: string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, word]) => [key, isolatedWord(word, language)]));
