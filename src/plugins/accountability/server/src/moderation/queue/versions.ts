import type { Core } from '@strapi/strapi';
import { STATE, STATUS_CHANGE } from '../../workflow/uids';

interface Versioned {
  readonly subject_id: string;
  readonly version: number | string;
}

/**
 * The versions some documents stand in, as a move compares them; one that is missing has never been moved. Two
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
  // One that was deleted and brought back has no row of its own, and a history that goes on.
  const moved: Versioned[] = await about(STATUS_CHANGE)
    .groupBy('subject_id')
    .select('subject_id')
    .max('version as version');
  const standing: Versioned[] = await about(STATE).select('subject_id', 'version');
  return new Map([...moved, ...standing].map((row) => [row.subject_id, Number(row.version)]));
}
