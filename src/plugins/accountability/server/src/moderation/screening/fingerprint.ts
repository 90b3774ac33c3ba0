import { createHash } from 'node:crypto';

/** What a text is compared by: letters and figures alone, so that spaces and signs make no difference. */
export function textFingerprint(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  // A text of signs alone is compared as it is.
  return createHash('sha256')
    .update(letters || text)
    .digest('hex');
}
