import lists from './word-lists.json';

/**
 * Words and phrases of spam, by language. They only add to the score a moderator sees: no comment is refused for a
 * word. Case-insensitive.
 */
export const listedWords: Readonly<Record<string, readonly string[]>> = lists;
