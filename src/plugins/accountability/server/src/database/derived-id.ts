import { createHash } from 'node:crypto';

const LENGTH = 24;

/**
 * A document id that follows from what it identifies, so that it is the same on every instance: lower-case letters and
 * digits, as Strapi's own. Pure.
 * @param letter the first character
 */
export function derivedId(letter: string, identity: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(identity)).digest('hex');
  const text = BigInt(`0x${digest}`).toString(36);
  return `${letter}${text.padStart(LENGTH, '0').slice(0, LENGTH - 1)}`;
}
