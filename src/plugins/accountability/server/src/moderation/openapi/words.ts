import { translator } from '../../languages/problem-words';
import englishWords from '../../../../words/en.json';
import georgianWords from '../../../../words/ka.json';

const en = englishWords['comments-openapi'];
const ka = georgianWords['comments-openapi'];

export type CommentsApiWord = keyof typeof en;

const translated = translator({ en, ka });

/** A text of the description of the comments' addresses. */
export const say = (
  language: string,
  word: CommentsApiWord,
  values: Readonly<Record<string, string>> = {},
): string => translated(language, word, values);
