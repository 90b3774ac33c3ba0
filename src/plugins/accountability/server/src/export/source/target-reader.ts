import type { RecordAt } from './record-at';
import type { CellTable } from './cell-table';
import type { Snapshot } from './connection';
import { readKeysOfRows } from './keys';
import { linkedRows } from './linked-rows';
import type { RelationRead } from './plan';

/**
 * Bytes of related documents cached per relation: the same organisations occur again and again, and many rows share
 * one parent.
 */
const KEPT_BYTES = 1024 * 1024;
/** Overhead per document. */
const BYTES_A_DOCUMENT = 200;
/** Documents per query: this bounds how many are in memory at once. */
const AT_ONCE = 500;

/** The related documents of a relation, for the rows of one batch. */
export interface RelatedDocuments {
  /** For one row: published ones only, each once, in the relation's order. Valid until the next row is read. */
  of(row: number): readonly RecordAt[];
}

/** Finds the related documents of a relation and caches a bounded number of them. */
export class TargetReader {
  /** By the numeric id of the linked row; null where its document is not published. */
  private kept = new Map<number, RecordAt | null>();
  /** The same by documentId: rows of one document in several languages give one record. */
  private records = new Map<string, RecordAt>();
  private bytes = 0;

  /** @param most bytes of documents that may be cached when a batch begins */
  constructor(
    private readonly snapshot: Snapshot,
    private readonly relation: RelationRead,
    private readonly most = KEPT_BYTES,
  ) {}

  /** @param table records of the batch, with the links among their cells */
  async read(table: CellTable): Promise<RelatedDocuments> {
    const { links } = this.relation;
    // A new one, never cleared: the previous batch may still use what it received.
    if (this.bytes > this.most) {
      this.kept = new Map();
      this.records = new Map();
      this.bytes = 0;
    }
    const { kept } = this;
    await this.fetch(table, links, kept);
    let last = -1;
    let found: RecordAt[] = [];
    return {
      // Several columns read the same row one after the other.
      of: (row) => {
        if (row !== last) found = documentsOf(kept, linkedRows(table, row, links));
        last = row;
        return found;
      },
    };
  }

  private async fetch(table: CellTable, links: number, kept: Map<number, RecordAt | null>): Promise<void> {
    const missing = new Set<number>();
    for (let row = 0; row < table.count; row += 1) {
      for (const id of linkedRows(table, row, links)) if (!kept.has(id)) missing.add(id);
    }
    const ids = [...missing];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      await this.keep(ids.slice(start, start + AT_ONCE), kept);
    }
  }

  private async keep(rowIds: readonly number[], kept: Map<number, RecordAt | null>): Promise<void> {
    const { snapshot, relation, records } = this;
    const keyOfRow = await readKeysOfRows(snapshot, relation.rows, rowIds);
    const keys = [...new Map([...keyOfRow.values()].map((key) => [key.documentId, key])).values()].filter(
      ({ documentId }) => !records.has(documentId),
    );
    if (keys.length > 0) {
      const table = await snapshot.readRecords(relation.query, keys);
      this.bytes += table.bytes.length;
      keys.forEach(({ documentId }, row) => records.set(documentId, { table, row }));
    }
    this.bytes += rowIds.length * BYTES_A_DOCUMENT;
    for (const id of rowIds) kept.set(id, records.get(keyOfRow.get(id)?.documentId ?? '') ?? null);
  }
}

function documentsOf(kept: ReadonlyMap<number, RecordAt | null>, rowIds: readonly number[]): RecordAt[] {
  const found: RecordAt[] = [];
  for (const id of rowIds) {
    const document = kept.get(id);
    // Rows of one document in several languages may all be linked.
    const isNew =
      document && !found.some(({ table, row }) => table === document.table && row === document.row);
    if (isNew) found.push(document);
  }
  return found;
}
