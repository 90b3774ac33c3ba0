import englishWords from '../../../words/en.json';
import georgianWords from '../../../words/ka.json';

const en = englishWords.http;
const ka = georgianWords.http;

type Texts = Readonly<Record<string, string>>;

/** Languages problems are told in; the first one where the reader states no preference. */
export const PROBLEM_LANGUAGES = ['en', 'ka'];

/**
 * Makes the function that gives a text by key in a language, or in English where the language has none, with
 * its `{placeholders}` filled. It throws an Error for a key that no language has.
 */
export const translator =
  (texts: Readonly<Record<string, Texts>> & { readonly en: Texts }) =>
  (language: string, key: string, values: Readonly<Record<string, string>> = {}): string => {
    const text = texts[language]?.[key] ?? texts.en[key];
    if (text === undefined) throw new Error(`No text "${key}"`);
    return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
  };

/** A text of problem documents. */
export const translate = translator({ en, ka });
