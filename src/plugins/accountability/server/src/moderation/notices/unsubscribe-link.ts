import { createHmac, timingSafeEqual } from 'node:crypto';
import { DOCUMENT_ID } from '../document-id';

const signatureOf = (secret: string, commentId: string): string =>
  createHmac('sha256', secret).update(commentId).digest('base64url');

/** What stands for a comment in the link that ends the mails about it: no address, and never too old. Pure. */
export const unsubscribeToken = (secret: string, commentId: string): string =>
  `${commentId}.${signatureOf(secret, commentId)}`;

/** Longer than any token: of an id, a point and a signature. */
const LONGEST = 100;

/** The documentId of the comment a token was made for; null for one that was not made here. Pure. */
export function commentOfToken(secret: string, token: string): string | null {
  if (token.length > LONGEST) return null;
  const [commentId = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || !DOCUMENT_ID.test(commentId)) return null;
  const [given, wanted] = [Buffer.from(signature), Buffer.from(signatureOf(secret, commentId))];
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? commentId : null;
}
