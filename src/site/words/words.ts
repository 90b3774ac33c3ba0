import type { Language } from '../languages';
import en from './en.json';
import ka from './ka.json';

/** All that the site itself says, by key. */
export type Words = Readonly<Record<keyof typeof en, string>>;

const WORDS: Readonly<Record<Language, Words>> = { ka, en };

export const wordsOf = (language: Language): Words => WORDS[language];

/** A sentence with its places filled in: `{count}`. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
