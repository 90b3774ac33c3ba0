import { derivedId } from '../database/derived-id';

/** Public id of a move: derived from its identity, so that it is the same in a migrated database. Pure. */
export const historyId = (
  contentType: string,
  documentId: string,
  workflow: string,
  version: number,
): string => derivedId('h', [contentType, documentId, workflow, version]);
