import { translator } from '../../languages/problem-words';
import en from './translations/en.json';
import ka from './translations/ka.json';

export type NoticeWord = keyof typeof en;

const translated = translator({ en, ka });

/** A sentence of mails about comments, and of the page that ends them. */
export const say = (
  language: string,
  word: NoticeWord,
  values: Readonly<Record<string, string>> = {},
): string => translated(language, word, values);
