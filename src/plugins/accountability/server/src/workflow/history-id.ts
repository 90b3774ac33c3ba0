import { createHash } from 'node:crypto';

const LENGTH = 24;

/**
 * Public id of a move: derived from its identity, so that it is the same on every instance and in a migrated
 * database. Lower-case letters and digits, as Strapi's own document ids. Pure.
 */
export function historyId(
  contentType: string,
  documentId: string,
  workflow: string,
  version: number,
): string {
  const digest = createHash('sha256').update(JSON.stringify([contentType, documentId, workflow, version]));
  const text = BigInt(`0x${digest.digest('hex')}`).toString(36);
  return `h${text.padStart(LENGTH, '0').slice(0, LENGTH - 1)}`;
}
