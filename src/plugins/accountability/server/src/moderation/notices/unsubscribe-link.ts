import { createHmac, timingSafeEqual } from 'node:crypto';
import { DOCUMENT_ID } from '../document-id';

const signatureOf = (secret: string, commentId: string): string =>
  createHmac('sha256', secret).update(commentId).digest('base64url');

/** The token of a comment in its unsubscribe link: contains no address, and never expires. Pure. */
export const unsubscribeToken = (secret: string, commentId: string): string =>
  `${commentId}.${signatureOf(secret, commentId)}`;

/** Longer than any valid token of an id, a dot and a signature. */
const MAX_LENGTH = 100;

/** The documentId of a token's comment; null for a forged one. Pure. */
export function commentOfToken(secret: string, token: string): string | null {
  if (token.length > MAX_LENGTH) return null;
  const [commentId = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || !DOCUMENT_ID.test(commentId)) return null;
  const [given, wanted] = [Buffer.from(signature), Buffer.from(signatureOf(secret, commentId))];
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? commentId : null;
}
