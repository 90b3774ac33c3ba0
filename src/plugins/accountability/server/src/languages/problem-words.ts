import { engineWords } from './engine-words';

/** A text of problem documents, by key. */
export const translate = engineWords.section('http').say as (
  language: string,
  key: string,
  values?: Readonly<Record<string, string>>,
) => string;
