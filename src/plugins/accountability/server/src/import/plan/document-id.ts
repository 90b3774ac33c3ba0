import { randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CHARACTERS = `${LETTERS}0123456789`;
const LENGTH = 24;
/** What a documentId of Strapi looks like. */
const FORM = /^[a-z][a-z0-9]{1,31}$/;

/** Whether a text can be the documentId of a document. */
export const isDocumentId = (text: string): boolean => FORM.test(text);

/** A documentId for a new document: as Strapi's own, a letter and then letters and digits. */
export function newDocumentId(): string {
  const bytes = randomBytes(LENGTH);
  return Array.from(bytes, (byte, index) =>
    index === 0 ? LETTERS[byte % LETTERS.length] : CHARACTERS[byte % CHARACTERS.length],
  ).join('');
}
