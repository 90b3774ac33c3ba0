import lists from './word-lists.json';

/**
 * Words and phrases of unwanted advertising, by language. They only add to the score a moderator sees: nobody is
 * refused for a word. Small or capital letters make no difference.
 */
export const listedWords: Readonly<Record<string, readonly string[]>> = lists;
