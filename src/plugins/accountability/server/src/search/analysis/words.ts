/** A word of a text, at its place in it. */
export interface TextWord {
  readonly start: number;
  readonly end: number;
  /** In lower case, without accents. */
  readonly word: string;
}

/** A longer one is no word anybody searches for. */
export const MAX_WORD_LENGTH = 64;

/** Words, and those that dots, dashes, slashes and apostrophes join: `2.2.1`, `2016-2018`, `l'eau`. */
const JOINED = /[\p{L}\p{M}\p{N}]+(?:[.\-_/'’ʼ][\p{L}\p{M}\p{N}]+)*/gu;
const PART = /[\p{L}\p{M}\p{N}]+/gu;
const HAS_DIGIT = /\p{N}/u;
/** A number in an outline: its parts alone say nothing. */
const OUTLINE = /^\p{L}?\p{N}+(?:\.\p{N}+)+$/u;
/** Marks of any script that has no vowels among them, and characters without a width. */
const NO_LETTERS = /[\p{Script=Inherited}\u00AD\u0640\u200B-\u200F\u2060\uFEFF]/gu;
const APOSTROPHES = /[’ʼ]/g;
const ASCII = /^[a-z0-9.\-_/']*$/;

/**
 * A word as it is compared: compatibility forms (NFKC), lower case in every alphabet, no accents or vowel signs, no
 * characters that only stretch or join. Pure.
 */
export function foldWord(word: string): string {
  const small = word.toLowerCase();
  if (ASCII.test(small)) return small;
  return small
    .normalize('NFKD')
    .replace(NO_LETTERS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(APOSTROPHES, "'");
}

/** Whether a word is a code or a number: it is never inflected. */
export const isCode = (word: string): boolean => HAS_DIGIT.test(word);

/**
 * The words of a text in their order. What has digits is a word as a whole (`2.2.1`, `GE-0082`, `2016-2018`), and so
 * are its parts, but for those of an outline's number; of others there are only the parts. Linear time. Pure.
 */
export function wordsOf(text: string): TextWord[] {
  const words: TextWord[] = [];
  const add = (written: string, start: number) => {
    const word = foldWord(written);
    if (word !== '' && word.length <= MAX_WORD_LENGTH)
      words.push({ start, end: start + written.length, word });
  };
  for (const { 0: joined, index } of text.matchAll(JOINED)) {
    const isWhole = HAS_DIGIT.test(joined);
    if (isWhole) add(joined, index);
    if (isWhole && OUTLINE.test(joined)) continue;
    for (const { 0: part, index: at } of joined.matchAll(PART)) {
      if (!isWhole || part.length < joined.length) add(part, index + at);
    }
  }
  return words;
}
