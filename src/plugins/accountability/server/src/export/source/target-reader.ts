import type { RecordAt } from './record-at';
import type { CellTable } from './cell-table';
import type { Snapshot } from './connection';
import { readKeysOfRows } from './keys';
import { linkedRows, type LinkedRows } from './linked-rows';
import type { RelationRead } from './plan';

/**
 * Bytes of related documents cached per relation: the same organisations occur again and again, and many rows share
 * one parent.
 */
const KEPT_BYTES = 1024 * 1024;
/** Overhead per document, and per row of one. */
const BYTES_A_DOCUMENT = 160;
const BYTES_A_ROW = 40;
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
    const rows = linkedRows(table, links);
    // The links of the other languages lead to other rows of the same documents, which are known by then.
    for (let language = 0; language < links.length; language += 1) await this.fetch(rows, language, kept);
    let last = -1;
    let found: RecordAt[] = [];
    return {
      // Several columns read the same row one after the other.
      of: (row) => {
        if (row !== last) found = documentsOf(kept, rows, row);
        last = row;
        return found;
      },
    };
  }

  private async fetch(
    { ids, ends, languages }: LinkedRows,
    language: number,
    kept: Map<number, RecordAt | null>,
  ): Promise<void> {
    const unknown = new Set<number>();
    for (let list = language; list < ends.length; list += languages) {
      for (let at = ends[list - 1] ?? 0; at < (ends[list] as number); at += 1) {
        const id = ids[at] as number;
        if (!kept.has(id)) unknown.add(id);
      }
    }
    const missing = [...unknown];
    for (let start = 0; start < missing.length; start += AT_ONCE) {
      await this.keep(missing.slice(start, start + AT_ONCE), kept);
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
      this.bytes += table.bytes.length + keys.length * BYTES_A_DOCUMENT;
      keys.forEach(({ documentId, rowIds: published }, row) => {
        const record = { table, row };
        records.set(documentId, record);
        for (const id of published) if (id !== null) kept.set(id, record);
        this.bytes += published.length * BYTES_A_ROW;
      });
    }
    this.bytes += rowIds.length * BYTES_A_ROW;
    for (const id of rowIds) kept.set(id, records.get(keyOfRow.get(id)?.documentId ?? '') ?? null);
  }
}

/**
 * The documents of a record's links. The language with the most links gives the order; what only others have comes
 * after it.
 */
function documentsOf(
  kept: ReadonlyMap<number, RecordAt | null>,
  { ids, ends, languages }: LinkedRows,
  row: number,
): RecordAt[] {
  const start = row * languages;
  const lengthOf = (list: number): number => (ends[list] as number) - (ends[list - 1] ?? 0);
  let longest = start;
  for (let list = start + 1; list < start + languages; list += 1) {
    if (lengthOf(list) > lengthOf(longest)) longest = list;
  }
  const found: RecordAt[] = [];
  const add = (list: number): void => {
    for (let at = ends[list - 1] ?? 0; at < (ends[list] as number); at += 1) {
      const document = kept.get(ids[at] as number);
      // Rows of one document in several languages may all be linked; each document has one record here.
      if (document && !found.includes(document)) found.push(document);
    }
  };
  add(longest);
  for (let list = start; list < start + languages; list += 1) if (list !== longest) add(list);
  return found;
}
