import type { KeyOf } from '../../languages/words';
import { engineWords } from '../../languages/engine-words';

const WORDS = engineWords.section('comments-openapi');

export type CommentsApiWord = KeyOf<typeof WORDS>;

/** A text of the comments' API description. */
export const say = (
  language: string,
  word: CommentsApiWord,
  values: Readonly<Record<string, string>> = {},
): string => WORDS.say(language, word, values);
