/** A value by which documents are found, as it is compared: without letter case and without spaces that do not show. */
export const keyText = (value: string): string =>
  value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

const BETWEEN = '\u0000';

/** Several values as one key. */
export const joinKey = (values: readonly string[]): string => values.map(keyText).join(BETWEEN);

/** A key as a message has it. */
export const shownKey = (values: readonly string[]): string => values.join(' / ');
