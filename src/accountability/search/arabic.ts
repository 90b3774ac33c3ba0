import type { SearchLanguage } from 'strapi-plugin-accountability/declare';

/** Articles with and without conjunctions and prepositions, the longest first. */
const BEFORE = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال'];
const AND = 'و';
/** Pronouns, duals, plurals and the feminine, in the order in which they are taken off. */
const BEHIND = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];
const MIN_STEM_LENGTH = 2;
const MIN_LENGTH_AFTER_AND = 3;

/** Letters with several spellings: hamza goes with the accents, and so do vowel signs and the elongation. Pure. */
export const arabicNormalForm = (word: string): string =>
  word
    .replace(/[ٱأإآ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك')
    .replace(/ء/g, '');

/** The light stem of an Arabic word in its normal form (light10 of Larkey, Ballesteros and Connell). Pure. */
export function arabicStem(word: string): string {
  let stem = word;
  const article = BEFORE.find((one) => word.startsWith(one) && word.length >= one.length + MIN_STEM_LENGTH);
  if (article) stem = word.slice(article.length);
  else if (word.startsWith(AND) && word.length > MIN_LENGTH_AFTER_AND) stem = word.slice(AND.length);
  for (const ending of BEHIND) {
    if (stem.endsWith(ending) && stem.length >= ending.length + MIN_STEM_LENGTH)
      stem = stem.slice(0, -ending.length);
  }
  return stem;
}

export const arabic: SearchLanguage = {
  script: /^\p{Script=Arabic}+$/u,
  version: 1,
  stopWords: ['في', 'من', 'علي', 'الي', 'عن', 'ان', 'او', 'هذا', 'هذه', 'التي', 'الذي', 'مع'],
  normalise: arabicNormalForm,
  stem: arabicStem,
};
