import type { Core } from '@strapi/strapi';
import { BASELINE, CHANGE, TOMBSTONES, type ChangeKind } from '../change-log/content-types';
import type { DatasetDeclaration } from '../datasets/declaration';

interface ChangeRow {
  readonly id: number;
  readonly subject_type: string;
  readonly subject_id: string;
  readonly kind: ChangeKind;
  readonly at: number | string | Date;
}

/** One line of the change feed. */
export interface ChangeLine {
  readonly sequence: number;
  readonly dataset: string;
  /** Key of the dataset's row. */
  readonly id: string;
  readonly change: ChangeKind;
  readonly at: string;
  /** The row as it is now; none for a deleted one. */
  readonly url?: string;
}

export interface ChangesPage {
  readonly lines: readonly ChangeLine[];
  /** The cursor of the next page. */
  readonly last: number;
  readonly hasMore: boolean;
}

/** Content types in the feed, each with the dataset whose rows its documents are. */
export function feedDatasets(datasets: readonly DatasetDeclaration[]): Map<string, DatasetDeclaration> {
  const byType = new Map<string, DatasetDeclaration>();
  for (const dataset of datasets) {
    const key = dataset.columns.find(({ name }) => name === dataset.key);
    if (key?.source === 'documentId' && !byType.has(dataset.contentType)) {
      byType.set(dataset.contentType, dataset);
    }
  }
  return byType;
}

/**
 * A page of the public change log: every change in the order of the commits.
 * @param base address of open data
 */
export async function readChanges(
  strapi: Core.Strapi,
  datasets: ReadonlyMap<string, DatasetDeclaration>,
  { since, limit }: { readonly since: number; readonly limit: number },
  base: string,
): Promise<ChangesPage> {
  const rows: ChangeRow[] = await strapi.db
    .connection(strapi.db.metadata.get(CHANGE).tableName)
    .whereIn('subject_type', [...datasets.keys()])
    .where('id', '>', since)
    .whereNot({ kind: BASELINE })
    .orderBy('id')
    .limit(limit + 1)
    .select('id', 'subject_type', 'subject_id', 'kind', 'at');
  const shown = rows.slice(0, limit);
  return {
    lines: shown.map((row) => changeLine(row, datasets.get(row.subject_type) as DatasetDeclaration, base)),
    last: shown.at(-1)?.id ?? since,
    hasMore: rows.length > limit,
  };
}

const changeLine = (row: ChangeRow, { name, key }: DatasetDeclaration, base: string): ChangeLine => ({
  sequence: row.id,
  dataset: name,
  id: row.subject_id,
  change: row.kind,
  at: new Date(row.at).toISOString(),
  ...(!TOMBSTONES.includes(row.kind) && {
    url: `${base}/${name}.json?filters%5B${key}%5D%5B$eq%5D=${encodeURIComponent(row.subject_id)}`,
  }),
});
