/** Stands for a separator inside an item of a list, where items are joined in one cell. */
const IN_ITEM = '\u00a6';

/**
 * What is written for a byte of an item that looks like the separator between items: `¦` for `|`. Lists of one relation
 * would not line up otherwise. Separators of several characters are not looked for.
 */
export const separatorInItems = (separator: string): Readonly<Record<number, string>> =>
  separator.length === 1 ? { [separator.charCodeAt(0)]: IN_ITEM } : {};

/** The items of a list as one text. */
export const joinItems = (items: readonly string[], separator: string): string =>
  items.map((item) => (separator.length === 1 ? item.replaceAll(separator, IN_ITEM) : item)).join(separator);
