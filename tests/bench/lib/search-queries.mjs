import { randomNumbers, textsOf } from './texts.mjs';

const swapped = (word, random) => {
  const at = 1 + random(word.length - 2);
  return `${word.slice(0, at)}${word[at] === 'a' ? 'o' : 'a'}${word.slice(at + 1)}`;
};

/**
 * Searches as readers make them, of nine kinds in turn: rare words, words of every text, several, beginnings, typing
 * errors, phrases, codes, and words that nothing has.
 * @param words that stand in the texts, by language
 */
export function searchQueries(count, words) {
  const random = randomNumbers(count);
  const of = (list) => list[random(list.length)];
  const kinds = [
    ({ own }) => of(own),
    ({ title }) => of(title.split(' ')),
    ({ title }) => title.split(' ').slice(0, 2).join(' '),
    ({ own, title }) => `${of(title.split(' '))} ${of(own)}`,
    ({ own }) => of(own).slice(0, 4),
    ({ own }) => swapped(of(own), random),
    ({ title }) => `"${title.split(' ').slice(0, 3).join(' ')}"`,
    () => `${1 + random(20_000)}.${1 + random(4)}`,
    () => `qqx${random(1_000)}`,
  ];
  return Array.from({ length: count }, (_, index) => {
    const locale = index % 2 === 0 ? 'ka' : 'en';
    const { title } = textsOf(random, ['ka', 'en'])[locale];
    return { locale, q: kinds[index % kinds.length]({ own: words[locale], title }) };
  });
}
