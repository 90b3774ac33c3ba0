import type { KeyOf } from '../languages/words';
import { engineWords } from '../languages/engine-words';

const WORDS = engineWords.section('feeds');

export type FeedWord = KeyOf<typeof WORDS>;

/** A text of the feeds in a language, with its placeholders filled. */
export const feedWord = (
  language: string,
  key: FeedWord,
  values: Readonly<Record<string, string>> = {},
): string => WORDS.say(language, key, values);
