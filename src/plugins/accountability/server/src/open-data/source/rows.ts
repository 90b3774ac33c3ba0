import { setImmediate as nextTurn } from 'node:timers/promises';
import { cellReader, type BatchLinks } from './cells';
import type { DatabaseRow, Snapshot } from './connection';
import { ROW_ID, type SourceDocument } from './documents';
import type { ReadPlan, RelationRead } from './plan';
import { readByIds, readComponents, readDocumentIds, readDocuments, readTargets } from './read';
import type { Sql } from './sql';
import type { Cell } from './values';

/** One output row, its cells in the order of the columns asked for. */
export type Row = readonly Cell[];

/**
 * Documents a batch takes: enough that queries cost little, few enough that a batch dies young. At 1000 the
 * garbage collector took four times as long, because its rows had moved to the old generation by then.
 */
const DOCUMENTS_PER_BATCH = 400;

/** Related rows kept between batches, per relation; the same few organisations come again and again. */
const KEPT_TARGETS = 25_000;

/**
 * The dataset's rows in batches, ordered by document id. Between two batches other requests get their turn.
 * @param filter condition on the alias `e`, see `filters.ts`
 */
export async function* readRows(snapshot: Snapshot, plan: ReadPlan, filter: Sql): AsyncGenerator<Row[]> {
  const cells = plan.cells.map(cellReader);
  const targets = plan.relations.map((read) => new TargetReader(snapshot, read));
  const rowLimit = DOCUMENTS_PER_BATCH * (plan.entry.languages?.length ?? 1) + 1;

  for await (const documents of readDocuments(snapshot, plan.entry, filter, rowLimit)) {
    const links = await readLinks(snapshot, plan, targets, documents);
    yield documents.map((document) => cells.map((read) => read(document, links)));
    await nextTurn();
  }
}

async function readLinks(
  snapshot: Snapshot,
  plan: ReadPlan,
  targets: readonly TargetReader[],
  documents: readonly SourceDocument[],
): Promise<BatchLinks> {
  const rowIds = documents.map((document) => document.rowId);
  const components: Map<number, DatabaseRow[]>[] = [];
  for (const [position, read] of plan.components.entries()) {
    const perLanguage = plan.cells.some(
      (cell) => cell.from === 'component' && cell.read === position && cell.language !== null,
    );
    components.push(await readComponents(snapshot, read, perLanguage ? allRowIds(documents) : rowIds));
  }
  const relations: Map<number, SourceDocument[]>[] = [];
  for (const reader of targets) relations.push(await reader.read(rowIds));
  return { components, relations };
}

const allRowIds = (documents: readonly SourceDocument[]): number[] =>
  documents.flatMap(({ byLanguage }) => byLanguage.flatMap((row) => (row ? [Number(row[ROW_ID])] : [])));

/** Finds the documents a relation leads to and remembers a bounded number of them. */
class TargetReader {
  /** By the numeric id of the linked row; null where its document is not published. */
  private readonly kept = new Map<number, SourceDocument | null>();

  constructor(
    private readonly snapshot: Snapshot,
    private readonly relation: RelationRead,
  ) {}

  /** Related documents per source row, published ones only, each once. */
  async read(rowIds: readonly number[]): Promise<Map<number, SourceDocument[]>> {
    const targets = await readTargets(this.snapshot, this.relation, rowIds);
    await this.fetch(targets);
    const documents = new Map<number, SourceDocument[]>();
    for (const [source, ids] of targets) {
      const found: SourceDocument[] = [];
      for (const id of ids) {
        const document = this.kept.get(id);
        // Rows of one document in several languages may all be linked.
        if (document && !found.some(({ documentId }) => documentId === document.documentId)) {
          found.push(document);
        }
      }
      documents.set(source, found);
    }
    return documents;
  }

  /**
   * The link may lead to a row of another language than the reader wants, so the row gives the document, and
   * the document its published rows.
   */
  private async fetch(targets: ReadonlyMap<number, readonly number[]>): Promise<void> {
    if (this.kept.size > KEPT_TARGETS) this.kept.clear();
    const missing = new Set<number>();
    for (const ids of targets.values()) for (const id of ids) if (!this.kept.has(id)) missing.add(id);
    if (missing.size === 0) return;

    const { snapshot, relation } = this;
    const documentIds = await readDocumentIds(snapshot, relation.target, [...missing]);
    const documents = await readByIds(snapshot, relation.target, [...new Set(documentIds.values())]);
    const byId = new Map(documents.map((document) => [document.documentId, document]));
    for (const id of missing) this.kept.set(id, byId.get(documentIds.get(id) ?? '') ?? null);
  }
}
