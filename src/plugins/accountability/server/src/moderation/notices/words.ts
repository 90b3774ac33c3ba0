import type { KeyOf } from '../../languages/words';
import { engineWords } from '../../languages/engine-words';

const WORDS = engineWords.section('notices');

export type NoticeWord = KeyOf<typeof WORDS>;

/** A message of the mails about comments, and of the unsubscribe page. */
export const say = (
  language: string,
  word: NoticeWord,
  values: Readonly<Record<string, string | number>> = {},
): string => WORDS.say(language, word, values);
