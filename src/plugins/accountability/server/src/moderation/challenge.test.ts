import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import fc from 'fast-check';
import { makeChallenge, solvedChallenge } from './challenge';
import { Refusal } from './refusal';

const SECRET = 'secret of the tests';
const EASY = { cost: 1, minutes: 10 };
const packed = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

async function solved(challenge: Challenge) {
  const solution = await solveChallenge({ challenge, deriveKey });
  return { challenge, solution: solution! };
}

async function refusal(payload: string | null, secret = SECRET): Promise<string> {
  const error = await solvedChallenge(secret, payload).then(
    () => 'taken',
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) return String(error);
  return error.content.failures!.map(({ path, code }) => `${path.join('.')} ${code}`).join();
}

describe('the proof of work', () => {
  it('is taken where it was solved, and contains when the form was shown', async () => {
    const now = new Date();
    const payload = await solved(await makeChallenge(SECRET, EASY, undefined, now));
    expect(await solvedChallenge(SECRET, packed(payload))).toEqual({
      nonce: payload.challenge.parameters.nonce,
      issuedAt: now,
      expiresAt: new Date(Math.floor(now.getTime() / 1000) * 1000 + 600_000),
      form: { id: expect.stringMatching(/^[0-9a-f]{32}$/), shownAt: now },
    });
  });

  it('keeps the time its form was first shown over further challenges, which nobody can make up', async () => {
    const [shown, later] = [new Date(Date.now() - 50_000), new Date(Date.now() - 1000)];
    const tokenOf = ({ parameters }: Challenge) => (parameters.data as { form: string }).form;
    const form = async (token: unknown, secret = SECRET) => {
      const challenge = await makeChallenge(secret, EASY, token, later);
      return (await solvedChallenge(secret, packed(await solved(challenge)))).form!.shownAt;
    };
    const token = tokenOf(await makeChallenge(SECRET, EASY, undefined, shown));
    expect(await form(token)).toEqual(shown);
    expect(await form(tokenOf(await makeChallenge(SECRET, EASY, token, later)))).toEqual(shown);
    const [id, , signature] = token.split('.');
    for (const made of [`${id}.1000.${signature}`, `${token}x`, '', [token], { form: token }]) {
      expect(await form(made)).toEqual(later);
    }
    expect(await form(token, 'of another site')).toEqual(later);
    const dayOld = tokenOf(
      await makeChallenge(SECRET, EASY, undefined, new Date(Date.now() - 25 * 60 * 60_000)),
    );
    expect(await form(dayOld)).toEqual(later);
  });

  it('is refused where it is missing, forged, unsolved or too old', async () => {
    const { challenge, solution } = await solved(await makeChallenge(SECRET, EASY));
    const { parameters, signature } = challenge;
    const forged = (changed: object) =>
      packed({ challenge: { parameters: { ...parameters, ...changed }, signature }, solution });
    expect(await refusal(null)).toBe('altcha CHALLENGE_MISSING');
    for (const payload of [
      'x',
      packed(null),
      packed({}),
      packed({ challenge, solution: null }),
      packed({ challenge, solution: { ...solution, derivedKey: 'ff'.repeat(32) } }),
      packed({ challenge, solution: { ...solution, counter: solution.counter + 1 } }),
      packed({ challenge: { parameters }, solution }),
      forged({ expiresAt: 9_999_999_999 }),
      forged({ data: { issuedAt: 0 } }),
      forged({ data: { ...(parameters.data as object), issuedAt: 0 } }),
      forged({ cost: 0 }),
      forged({ keyPrefix: '' }),
      forged({ nonce: 'A' }),
      'A'.repeat(5000),
    ]) {
      expect([payload.slice(0, 40), await refusal(payload)]).toEqual([
        payload.slice(0, 40),
        'altcha CHALLENGE_INVALID',
      ]);
    }
    expect(await refusal(packed({ challenge, solution }), 'of another site')).toBe(
      'altcha CHALLENGE_INVALID',
    );
    const old = await solved(
      await makeChallenge(SECRET, EASY, undefined, new Date(Date.now() - 11 * 60_000)),
    );
    expect(await refusal(packed(old))).toBe('altcha CHALLENGE_EXPIRED');
  });

  it('is refused, and nothing worse, whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.jsonValue().map(packed)), async (payload) => {
        expect(await refusal(payload)).toMatch(/^altcha CHALLENGE_/);
      }),
      { numRuns: 500 },
    );
  });
});
