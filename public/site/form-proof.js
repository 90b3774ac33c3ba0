// @ts-check
import { proofOfWork } from './proof-of-work.js';

/** @typedef {import('./proof-of-work.js').Challenge} Challenge */
/** @typedef {{ challenge: Challenge, receivedAt: number }} Received */

const CHALLENGE = '/api/comments/challenge';
/** A challenge that expires within this time is not worth solving. */
const MARGIN_MS = 60_000;

/** By the server's clock for how long it holds, by the browser's for how long it has been here. @param {Received} received */
function isFresh({ challenge: { parameters }, receivedAt }) {
  const holds = parameters.expiresAt * 1000 - parameters.data.issuedAt;
  return Date.now() - receivedAt < holds - MARGIN_MS;
}

/**
 * Makes the proofs of work of one form. Its first challenge contains the time at which the form was shown; later ones carry
 * a token, so that the time stays the same over refusals, reloads and challenges that expired.
 * @param {(address: string) => Promise<Response>} fetchInTime
 * @param {{ read(): string, write(token: string): void }} kept where the token outlives a reload
 */
export function formProof(fetchInTime, kept) {
  let token = kept.read();
  /** @type {Promise<Received> | undefined} */
  let asked;
  /** @type {Promise<string> | undefined} */
  let proof;

  const ask = async () => {
    const answer = await fetchInTime(token ? `${CHALLENGE}?form=${encodeURIComponent(token)}` : CHALLENGE);
    /** @type {Challenge} */
    const challenge = await answer.json();
    token = challenge.parameters.data.form;
    kept.write(token);
    return { challenge, receivedAt: Date.now() };
  };
  const challenge = () => {
    asked ??= ask();
    // A failure is reported when the form is sent.
    asked.catch(() => (asked = undefined));
    return asked;
  };
  const solve = async () => {
    if (!isFresh(await challenge())) asked = undefined;
    return proofOfWork((await challenge()).challenge);
  };

  return {
    /** The form is shown: its time begins, and the work waits for somebody who writes. */
    show: () => void challenge().catch(() => undefined),
    /** The proof for the next sending; it fails where no challenge comes. */
    async make() {
      if (asked && !isFresh(await challenge())) proof = undefined;
      proof ??= solve();
      proof.catch(() => (proof = undefined));
      return proof;
    },
    /** A proof holds for one sending. */
    use() {
      asked = proof = undefined;
    },
  };
}
