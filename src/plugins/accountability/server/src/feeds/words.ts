import englishWords from '../../../words/en.json';
import georgianWords from '../../../words/ka.json';

const en = englishWords.feeds;
const ka = georgianWords.feeds;

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
