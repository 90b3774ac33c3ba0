import { translator } from '../../languages/problem-words';
import englishWords from '../../../../words/en.json';
import georgianWords from '../../../../words/ka.json';

const en = englishWords.notices;
const ka = georgianWords.notices;

export type NoticeWord = keyof typeof en;

const translated = translator({ en, ka });

/** A sentence of mails about comments, and of the page that ends them. */
export const say = (
  language: string,
  word: NoticeWord,
  values: Readonly<Record<string, string>> = {},
): string => translated(language, word, values);
