import en from './translations/en.json';
import ka from './translations/ka.json';

const WORDS: Readonly<Record<string, Readonly<Record<FeedWord, string>>>> = { en, ka };

export type FeedWord = keyof typeof en;

/** A text of the feeds in a language, its `{placeholders}` filled. */
export const feedWord = (
  language: string,
  key: FeedWord,
  values: Readonly<Record<string, string>> = {},
): string =>
  (WORDS[language] ?? en)[key].replace(
    /\{(\w+)\}/g,
    (placeholder, name: string) => values[name] ?? placeholder,
  );
