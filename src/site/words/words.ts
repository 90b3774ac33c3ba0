import { formatMessage } from 'strapi-plugin-accountability/server';
import type englishWords from '../../words/en.json';
import { appWords } from '../../words/app-words';
import type { Language } from '../languages';

/** All that the site itself says, by key. */
export type Words = Readonly<Record<keyof (typeof englishWords)['site'], string>>;

const complete = new Map<Language, Words>();

/** The words of the pages in a language; what it lacks is in English. */
export function wordsOf(language: Language): Words {
  let words = complete.get(language);
  if (!words) {
    const site = (tree: object): object => (tree as { site?: object }).site ?? {};
    words = { ...site(appWords.tree('en')), ...site(appWords.tree(language)) } as Words;
    complete.set(language, words);
  }
  return words;
}

/** A sentence of the pages in a language, in ICU MessageFormat, with its values: `{count, plural, …}`. */
export const fill = formatMessage;

/** Several things one after the other, with the language's comma between them. */
export const listed = (
  texts: readonly string[],
  { words, language }: { readonly words: Pick<Words, 'pair'>; readonly language: Language },
): string =>
  texts.length === 0
    ? ''
    : texts.reduce((first, second) => formatMessage(language, words.pair, { first, second }));

/** The comma of a language with the blank behind it, for lists of links. */
export const commaIn = (frame: Parameters<typeof listed>[1]): string => listed(['', ''], frame);
