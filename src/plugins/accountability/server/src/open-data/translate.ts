import en from './translations/en.json';
import ka from './translations/ka.json';

const TEXTS: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, ka };

/** Languages problems are told in; the first one where the reader states no preference. */
export const PROBLEM_LANGUAGES = ['en', 'ka'];

/** A text by key, its `{placeholders}` filled. @throws Error for a key no language has */
export function translate(
  language: string,
  key: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = TEXTS[language]?.[key] ?? en[key as keyof typeof en];
  if (text === undefined) throw new Error(`No text "${key}"`);
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
