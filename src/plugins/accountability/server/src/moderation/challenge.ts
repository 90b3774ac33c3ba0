import { createChallenge, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import { formOfToken, formToken, newForm, type ShownForm } from './form-token';
import { fieldsRefused, type Refusal, type Word } from './refusal';

const hex = z
  .string()
  .regex(/^[0-9a-f]+$/)
  .max(256);

/** What a page submits: the challenge as received, and its solution. */
const payloadSchema = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      nonce: hex,
      salt: hex,
      expiresAt: z.number().int().positive(),
      data: z.object({ issuedAt: z.number(), form: z.string().optional() }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.number().int().min(0).max(0xffffffff), derivedKey: hex }),
});

/** Longer than any genuine payload. */
const MAX_LENGTH = 4096;

/** A solved challenge: its unique id, and its times. */
export interface SolvedChallenge {
  readonly nonce: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** The form it was issued for; null where that was shown too long ago. */
  readonly form: ShownForm | null;
}

/**
 * A new signed challenge: nothing is stored until it has been solved.
 * @param token `data.form` of an earlier challenge for the same form, which keeps the time it was first shown
 */
export const makeChallenge = (
  secret: string,
  { cost, minutes }: { cost: number; minutes: number },
  token?: unknown,
  now = new Date(),
): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    deriveKey,
    expiresAt: new Date(now.getTime() + minutes * 60_000),
    hmacSignatureSecret: secret,
    data: {
      issuedAt: now.getTime(),
      form: formToken(secret, formOfToken(secret, token, now) ?? newForm(now)),
    },
  });

/** The refusal for an invalid proof of work. */
export const challengeRefused = (code: Word): Refusal => fieldsRefused([{ path: ['altcha'], code }]);

/**
 * The proof of work in a request's `data`, not yet parsed.
 * @throws Refusal 400 for anything but text
 */
export function proofIn({ altcha = null }: Readonly<Record<string, unknown>>): string | null {
  if (altcha !== null && typeof altcha !== 'string') throw challengeRefused('CHALLENGE_INVALID');
  return altcha;
}

function read(payload: string): z.infer<typeof payloadSchema> {
  if (payload.length > MAX_LENGTH) throw challengeRefused('CHALLENGE_INVALID');
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(payload, 'base64').toString('utf8'));
  } catch {
    throw challengeRefused('CHALLENGE_INVALID');
  }
  const parsed = payloadSchema.safeParse(value);
  if (!parsed.success) throw challengeRefused('CHALLENGE_INVALID');
  return parsed.data;
}

/**
 * Verifies a proof of work. Whether it was used before is checked in the database.
 * @param payload base64 of JSON, as ALTCHA's widget sends it
 * @throws Refusal 400 for one that is missing, forged, unsolved or expired
 */
export async function solvedChallenge(secret: string, payload: string | null): Promise<SolvedChallenge> {
  if (!payload) throw challengeRefused('CHALLENGE_MISSING');
  const { challenge, solution } = read(payload);
  const { verified, expired } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: secret,
  });
  if (!verified) throw challengeRefused(expired ? 'CHALLENGE_EXPIRED' : 'CHALLENGE_INVALID');
  const { nonce, expiresAt, data } = challenge.parameters;
  return {
    nonce,
    issuedAt: new Date(data.issuedAt),
    expiresAt: new Date(expiresAt * 1000),
    form: formOfToken(secret, data.form, new Date()),
  };
}
