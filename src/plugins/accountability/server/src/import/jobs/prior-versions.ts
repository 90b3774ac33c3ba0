import type { Core } from '@strapi/strapi';
import { metadataLookup } from '../../datasets/settings';
import { groupBy } from '../write/group-by';

const AT_ONCE = 500;

interface Document {
  readonly contentType: string;
  readonly documentId: string;
}

/** What is kept of a document before an import changes it, beside its values. */
export interface PriorVersion {
  /** When it was last written, in any of its rows; an ISO moment. */
  readonly updatedAt: string | undefined;
  /** Languages it has; none for a content type without them. */
  readonly languages: readonly string[];
}

interface Row {
  readonly id: string;
  readonly locale: string | null;
  readonly at: Date | number | null;
}

/** The versions of documents before a change. @returns by content type and documentId with a space between them */
export async function priorVersionsOf(
  strapi: Core.Strapi,
  documents: readonly Document[],
): Promise<Map<string, PriorVersion>> {
  const found = new Map<string, PriorVersion>();
  for (const [contentType, all] of groupBy(documents, (one) => one.contentType)) {
    const { tableName } = metadataLookup(strapi)(contentType);
    for (let start = 0; start < all.length; start += AT_ONCE) {
      const ids = all.slice(start, start + AT_ONCE).map(({ documentId }) => documentId);
      const rows: Row[] = await strapi.db
        .connection(tableName)
        .whereIn('document_id', ids)
        .groupBy('document_id', 'locale')
        .select({ id: 'document_id', locale: 'locale' })
        .max('updated_at', { as: 'at' });
      for (const [id, own] of groupBy(rows, (row) => row.id)) {
        const moments = own.flatMap(({ at }) => (at === null ? [] : [new Date(at).getTime()]));
        found.set(`${contentType} ${id}`, {
          updatedAt: moments.length > 0 ? new Date(Math.max(...moments)).toISOString() : undefined,
          languages: own.flatMap(({ locale }) => locale ?? []),
        });
      }
    }
  }
  return found;
}
