import { createHash } from 'node:crypto';

/** Normalised text for comparison: letters and digits only, so that spaces and punctuation make no difference. */
export function textFingerprint(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  // A text without letters is compared as it is.
  return createHash('sha256')
    .update(letters || text)
    .digest('hex');
}
