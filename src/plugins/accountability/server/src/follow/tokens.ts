import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const TOKEN_BYTES = 32;
const KEY_BYTES = 16;

const TOKEN = /^[\w-]{43}$/;
const LEAVE = /^([fa])([0-9a-f]{32})\.([\w-]{43})$/;

/** A random token of a confirmation link. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

/** A random key of a row, for links. */
export const newKey = (): string => randomBytes(KEY_BYTES).toString('hex');

/** What is stored of a token; null for a text that is none. Pure. */
export const digestOfToken = (token: string): string | null =>
  TOKEN.test(token) ? createHash('sha256').update(token).digest('hex') : null;

/** What a link that ends mails is about: one document that is followed, or all that its follower follows. */
export interface LeaveTarget {
  readonly kind: 'follow' | 'all';
  /** Key of the row. */
  readonly key: string;
}

const LETTERS = { follow: 'f', all: 'a' } as const;

const signatureOf = (secret: string, signed: string): string =>
  createHmac('sha256', secret).update(`leave:${signed}`).digest('base64url');

/** The token of a link that ends mails: contains no address, and does not expire. Pure. */
export function leaveToken(secret: string, { kind, key }: LeaveTarget): string {
  const signed = `${LETTERS[kind]}${key}`;
  return `${signed}.${signatureOf(secret, signed)}`;
}

/** What a link is about; null for a forged one. Pure. */
export function leaveTargetOf(secret: string, token: string): LeaveTarget | null {
  const [, letter = '', key = '', signature = ''] = LEAVE.exec(token) ?? [];
  const [given, wanted] = [Buffer.from(signature), Buffer.from(signatureOf(secret, `${letter}${key}`))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  return { kind: letter === LETTERS.all ? 'all' : 'follow', key };
}
