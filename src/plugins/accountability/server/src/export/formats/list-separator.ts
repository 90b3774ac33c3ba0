/** Replaces a separator inside an item of a list, where items are joined in one cell. */
const IN_ITEM = '\u00a6';

/**
 * Replacement of a byte of an item that looks like the list separator: `¦` for `|`. Otherwise the lists of one
 * relation would differ in length. Separators of several characters are not replaced.
 */
export const separatorInItems = (separator: string): Readonly<Record<number, string>> =>
  separator.length === 1 ? { [separator.charCodeAt(0)]: IN_ITEM } : {};

/** An item as a list with this separator has it. */
export const escapedItem = (item: string, separator = '|'): string =>
  separator.length === 1 ? item.replaceAll(separator, IN_ITEM) : item;

/** The items of a list as one text. */
export const joinItems = (items: readonly string[], separator: string): string =>
  items.map((item) => escapedItem(item, separator)).join(separator);
