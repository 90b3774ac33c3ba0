import type { Language } from '../languages';
import englishWords from '../../words/en.json';
import georgianWords from '../../words/ka.json';

const en = englishWords.site;
const ka = georgianWords.site;

/** All that the site itself says, by key. */
export type Words = Readonly<Record<keyof typeof en, string>>;

const WORDS: Readonly<Record<Language, Words>> = { ka, en };

export const wordsOf = (language: Language): Words => WORDS[language];

/** A sentence with its places filled in: `{count}`. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
