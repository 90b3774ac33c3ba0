/** A value by which documents are found, as it is compared: without letter case and without spaces that do not show. */
export const keyText = (value: string): string =>
  PLAIN.test(value) ? value : value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Most ids and codes: small letters of ASCII, digits and signs. */
const PLAIN = /^[!-@[-~]*$/;

const BETWEEN = '\u0000';

/** Several values as one key. */
export const joinKey = (values: readonly string[]): string =>
  values.length === 1 ? keyText(values[0] as string) : values.map(keyText).join(BETWEEN);

/** A key as a message has it. */
export const shownKey = (values: readonly string[]): string => values.join(' / ');
