import { engineWords } from '../languages/engine-words';
import type { KeyOf } from '../languages/words';

const WORDS = engineWords.section('follow');

/** A message of the mails to followers. */
export const followWord = (
  language: string,
  key: KeyOf<typeof WORDS>,
  values: Readonly<Record<string, string | number>> = {},
): string => WORDS.say(language, key, values);
