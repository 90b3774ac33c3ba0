import type { Core } from '@strapi/strapi';
import { STATE, STATUS_CHANGE } from '../../workflow/uids';

interface Versioned {
  readonly subject_id: string;
  readonly version: number | string;
}

/**
 * The workflow versions of documents, as a move compares them; one that has never been moved is missing. Two
 * statements for any number of documents.
 */
export async function versionsOf(
  strapi: Core.Strapi,
  { contentType, workflow }: { readonly contentType: string; readonly workflow: string },
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (documentIds.length === 0) return new Map();
  const about = (uid: typeof STATE | typeof STATUS_CHANGE) =>
    strapi.db
      .connection(strapi.db.metadata.get(uid).tableName)
      .where({ subject_type: contentType, workflow })
      .whereIn('subject_id', documentIds);
  // A deleted and restored document has no state row of its own, but a history that continues.
  const moved: Versioned[] = await about(STATUS_CHANGE)
    .groupBy('subject_id')
    .select('subject_id')
    .max('version as version');
  const current: Versioned[] = await about(STATE).select('subject_id', 'version');
  return new Map([...moved, ...current].map((row) => [row.subject_id, Number(row.version)]));
}
