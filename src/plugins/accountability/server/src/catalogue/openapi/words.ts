import { engineWords } from '../../languages/engine-words';

const WORDS = engineWords.section('openapi');

/** A text of the API's description, by key. */
export const say = WORDS.say as (
  language: string,
  key: string,
  values?: Readonly<Record<string, string>>,
) => string;
