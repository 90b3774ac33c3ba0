import type { Knex } from 'knex';
import type { ContentModel } from './content-model';
import type { DocumentRow } from './document-rows';

/** SQLite takes a limited number of values in one statement. */
const AT_ONCE = 500;

interface StoredRow {
  readonly id: number;
  readonly document: string;
  readonly locale: string | null;
  readonly published: unknown;
  readonly updated: string | number | Date | null;
}

/** The rows of documents by their documentId, as far as there are any. */
export async function readDocumentRows(
  trx: Knex.Transaction,
  { table, id, hasDrafts, columns }: ContentModel,
  documentIds: readonly string[],
): Promise<Map<string, DocumentRow[]>> {
  const found = new Map<string, DocumentRow[]>();
  for (let start = 0; start < documentIds.length; start += AT_ONCE) {
    const rows: StoredRow[] = await trx(table)
      .whereIn(columns.documentId, documentIds.slice(start, start + AT_ONCE))
      .orderBy(id)
      .select({
        id,
        document: columns.documentId,
        locale: columns.locale,
        published: columns.publishedAt,
        updated: columns.updatedAt,
      });
    for (const row of rows) {
      const half = !hasDrafts ? 'only' : row.published === null ? 'draft' : 'published';
      const known = found.get(row.document) ?? [];
      found.set(row.document, known);
      known.push({ id: row.id, half, locale: row.locale, updatedAt: new Date(row.updated ?? 0).getTime() });
    }
  }
  return found;
}
