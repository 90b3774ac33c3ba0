import { formatMessage } from 'strapi-plugin-accountability/server';
import type englishWords from '../../words/en.json';
import { appWords } from '../../words/app-words';
import type { Language } from '../languages';

/** All messages of the public site, by key. */
export type Words = Readonly<Record<keyof (typeof englishWords)['site'], string>>;

const complete = new Map<Language, Words>();

/** The pages' messages in a language; missing ones are in English. */
export function wordsOf(language: Language): Words {
  let words = complete.get(language);
  if (!words) {
    const site = (tree: object): object => (tree as { site?: object }).site ?? {};
    words = { ...site(appWords.tree('en')), ...site(appWords.tree(language)) } as Words;
    complete.set(language, words);
  }
  return words;
}

/** A message of the pages in a language, in ICU MessageFormat, with its values: `{count, plural, …}`. */
export const fill = formatMessage;

/** A list of items, joined by the language's comma. */
export const listed = (
  texts: readonly string[],
  { words, language }: { readonly words: Pick<Words, 'pair'>; readonly language: Language },
): string =>
  texts.length === 0
    ? ''
    : texts.reduce((first, second) => formatMessage(language, words.pair, { first, second }));

/** The language's comma with its space, for lists of links. */
export const commaIn = (frame: Parameters<typeof listed>[1]): string => listed(['', ''], frame);
