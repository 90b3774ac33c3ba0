import { engineWords } from '../languages/engine-words';
import type { MessageValues } from '../languages/message-format';

const WORDS = engineWords.section('import');

/** A text of imports, by key. */
export const say = WORDS.say as (language: string, key: string, values?: MessageValues) => string;

/** Languages of messages: those of the site, and all that the panel may be in. */
export const messageLanguages = (site: readonly string[]): string[] => [
  ...new Set([...site, ...engineWords.languages()]),
];
