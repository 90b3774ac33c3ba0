import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A displayed form: its id, and when it was first shown. */
export interface ShownForm {
  readonly id: string;
  readonly shownAt: Date;
}

/** A form older than this counts as newly shown. */
export const MAX_SHOWN_MS = 24 * 60 * 60_000;

const TOKEN = /^([0-9a-f]{32})\.([1-9]\d{0,14})\.([\w-]{43})$/;

const signatureOf = (secret: string, signed: string): string =>
  createHmac('sha256', secret).update(`form:${signed}`).digest('base64url');

/** A form shown now for the first time. */
export const newForm = (now: Date): ShownForm => ({ id: randomBytes(16).toString('hex'), shownAt: now });

/** Signed token of a form for its challenges, so that nobody can claim an earlier time. Pure. */
export function formToken(secret: string, { id, shownAt }: ShownForm): string {
  const signed = `${id}.${shownAt.getTime()}`;
  return `${signed}.${signatureOf(secret, signed)}`;
}

/** The form of a token; null for a forged or expired one. Pure. */
export function formOfToken(secret: string, token: unknown, now: Date): ShownForm | null {
  const [, id = '', shown = '', signature = ''] = TOKEN.exec(typeof token === 'string' ? token : '') ?? [];
  const [given, wanted] = [Buffer.from(signature), Buffer.from(signatureOf(secret, `${id}.${shown}`))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const shownAt = new Date(Number(shown));
  return now.getTime() - shownAt.getTime() <= MAX_SHOWN_MS ? { id, shownAt } : null;
}
