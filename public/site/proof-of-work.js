// @ts-check

/**
 * @typedef {{ parameters: { algorithm: string, nonce: string, salt: string, cost: number, keyLength?: number, keyPrefix: string, expiresAt: number, data: { issuedAt: number, form: string } } }} Challenge
 */

/** @param {string} hex */
const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

/** @param {Uint8Array} bytes */
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The key of a number, as the challenge has it derived. The browser does it beside the page, which stays at hand.
 * @param {Challenge['parameters']} parameters
 * @param {number} counter
 */
async function derivedKey({ algorithm, nonce, salt, cost, keyLength = 32 }, counter) {
  const start = bytesOf(nonce);
  const password = new Uint8Array(start.length + 4);
  password.set(start);
  new DataView(password.buffer).setUint32(start.length, counter);
  const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', salt: bytesOf(salt), iterations: cost, hash: algorithm.replace('PBKDF2/', '') },
    key,
    keyLength * 8,
  );
  return hexOf(new Uint8Array(bits));
}

/**
 * Tries numbers until one gives a key that begins as the challenge wants.
 * @param {Challenge} challenge
 * @returns {Promise<string>} what the API takes as `altcha`
 */
export async function proofOfWork(challenge) {
  for (let counter = 0; ; counter += 1) {
    const key = await derivedKey(challenge.parameters, counter);
    if (key.startsWith(challenge.parameters.keyPrefix.toLowerCase())) {
      return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey: key } }));
    }
  }
}
