import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A form that was shown: what identifies it, and when it was shown first. */
export interface ShownForm {
  readonly id: string;
  readonly shownAt: Date;
}

/** A form that stands open longer counts as shown anew. */
export const LONGEST_SHOWN_MS = 24 * 60 * 60_000;

const TOKEN = /^([0-9a-f]{32})\.([1-9]\d{0,14})\.([\w-]{43})$/;

const signatureOf = (secret: string, signed: string): string =>
  createHmac('sha256', secret).update(`form:${signed}`).digest('base64url');

/** A form that is shown now for the first time. */
export const newForm = (now: Date): ShownForm => ({ id: randomBytes(16).toString('hex'), shownAt: now });

/** What stands for a form in its challenges: signed, so that nobody can say a form was shown earlier. Pure. */
export function formToken(secret: string, { id, shownAt }: ShownForm): string {
  const signed = `${id}.${shownAt.getTime()}`;
  return `${signed}.${signatureOf(secret, signed)}`;
}

/** The form a token stands for; null for one that was not made here, or that was shown too long ago. Pure. */
export function formOfToken(secret: string, token: unknown, now: Date): ShownForm | null {
  const [, id = '', shown = '', signature = ''] = TOKEN.exec(typeof token === 'string' ? token : '') ?? [];
  const [given, wanted] = [Buffer.from(signature), Buffer.from(signatureOf(secret, `${id}.${shown}`))];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
  const shownAt = new Date(Number(shown));
  return now.getTime() - shownAt.getTime() <= LONGEST_SHOWN_MS ? { id, shownAt } : null;
}
