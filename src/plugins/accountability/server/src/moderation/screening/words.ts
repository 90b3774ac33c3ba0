/** How a text is compared: small letters, compatible forms made one, without marks above and below. */
const comparable = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How many different listed words stand in a text as words of their own; an entry may be several words long. */
export function wordsIn(text: string, lists: Readonly<Record<string, readonly string[]>>): number {
  const words = [...new Set(Object.values(lists).flat().map(comparable))];
  const searched = comparable(text);
  return words.filter((word) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, 'u').test(searched),
  ).length;
}
