import type { LocalizedText } from 'strapi-plugin-accountability/declare';
import { appWords } from './app-words';
import type english from './en.json';

type Section = keyof typeof english;

/** Keys of a section of the word files. */
export type WordKey<Name extends Section> = keyof (typeof english)[Name] & string;

/** A text of a declaration, in every language that has it; the fallback is applied where it is read. */
export const word = <Name extends Section>(
  section: Name,
  key: WordKey<Name>,
  values?: Readonly<Record<string, string | number>>,
): LocalizedText => appWords.section(section).texts(key, values);
