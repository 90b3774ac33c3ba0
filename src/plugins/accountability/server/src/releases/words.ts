import { engineWords } from '../languages/engine-words';

const WORDS = engineWords.section('releases');

/** A text of archives and releases, by key. */
export const say = WORDS.say as (
  language: string,
  key: string,
  values?: Readonly<Record<string, string>>,
) => string;
