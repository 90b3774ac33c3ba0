/** Normalises text for comparison: lower case, compatibility forms (NFKD), without diacritics. */
const comparable = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ');

const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_BEGIN = /^[\p{L}\p{N}]/u;

/** Whether a word occurs in a text as a whole word. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    // A character may be two UTF-16 units.
    const before = text.slice(Math.max(0, at - 2), at);
    if (!WORD_END.test(before) && !WORD_BEGIN.test(text.slice(end, end + 2))) return true;
  }
  return false;
}

/** Number of different listed words in a text as whole words; an entry may be several words long. */
export function wordsIn(text: string, lists: Readonly<Record<string, readonly string[]>>): number {
  const words = [...new Set(Object.values(lists).flat().map(comparable))];
  const searched = comparable(text);
  return words.filter((word) => word !== '' && hasWord(searched, word)).length;
}
