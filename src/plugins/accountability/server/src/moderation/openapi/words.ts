import { translator } from '../../languages/problem-words';
import en from './translations/en.json';
import ka from './translations/ka.json';

export type CommentsApiWord = keyof typeof en;

const translated = translator({ en, ka });

/** A text of the description of the comments' addresses. */
export const say = (
  language: string,
  word: CommentsApiWord,
  values: Readonly<Record<string, string>> = {},
): string => translated(language, word, values);
