/** How a text is compared: small letters, compatible forms made one, without marks above and below. */
const comparable = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ');

const WORD_END = /[\p{L}\p{N}]$/u;
const WORD_BEGIN = /^[\p{L}\p{N}]/u;

/** Whether a word stands in a text with no letter or figure beside it. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    // A character may be two units of a string.
    const before = text.slice(Math.max(0, at - 2), at);
    if (!WORD_END.test(before) && !WORD_BEGIN.test(text.slice(end, end + 2))) return true;
  }
  return false;
}

/** How many different listed words stand in a text as words of their own; an entry may be several words long. */
export function wordsIn(text: string, lists: Readonly<Record<string, readonly string[]>>): number {
  const words = [...new Set(Object.values(lists).flat().map(comparable))];
  const searched = comparable(text);
  return words.filter((word) => word !== '' && hasWord(searched, word)).length;
}
