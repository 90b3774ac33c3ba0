import { engineWords } from '../languages/engine-words';
import { textIn } from '../languages/localized-text';
import type { ImportProblem } from './problem';

const WORDS = engineWords.section('import');

/** A text of imports, by key. */
export const say = WORDS.say as (
  language: string,
  key: string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** A problem as a sentence. */
export const problemMessage = ({ code, values, message }: ImportProblem, language: string): string =>
  message ? textIn(message, language) : say(language, `problems.${code}`, values);
