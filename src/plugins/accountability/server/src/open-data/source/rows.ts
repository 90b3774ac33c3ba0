import { setImmediate as nextTurn } from 'node:timers/promises';
import { cellReader, type BatchLinks } from './cells';
import type { Snapshot } from './connection';
import type { DocumentKey } from './documents';
import { readKeys } from './keys';
import type { ReadPlan } from './plan';
import { readComponents, readDocuments, type ComponentItems } from './read';
import type { Sql } from './sql';
import { TargetReader, type RelatedDocuments } from './target-reader';
import type { Cell } from './values';

/** One output row, its cells in the order of the columns asked for. */
export type Row = readonly Cell[];

/**
 * Documents read together: enough that queries cost little, few enough that a batch dies young. Links looked
 * up for 8000 documents at a time share pages, but what waits for its turn grows old, and the process with it.
 */
const DOCUMENTS_PER_BATCH = 400;

/**
 * The dataset's rows in batches, ordered by document id. Between two batches other requests get their turn.
 * @param filter condition on the alias `e`, see `filters.ts`
 */
export async function* readRows(snapshot: Snapshot, plan: ReadPlan, filter: Sql): AsyncGenerator<Row[]> {
  const cells = plan.cells.map(cellReader);
  const targets = plan.relations.map((read) => new TargetReader(snapshot, read));

  for await (const keys of readKeys(snapshot, plan.entry, filter, DOCUMENTS_PER_BATCH)) {
    const links = await readBatchLinks(snapshot, plan, targets, keys);
    const documents = await readDocuments(snapshot, plan.entry, keys);
    yield documents.map((document) => cells.map((read) => read(document, links)));
    await nextTurn();
  }
}

/** Reads what belongs to the documents of a batch beside their own rows. */
async function readBatchLinks(
  snapshot: Snapshot,
  plan: ReadPlan,
  targets: readonly TargetReader[],
  keys: readonly DocumentKey[],
): Promise<BatchLinks> {
  const rowIds = keys.map((key) => key.rowId);
  const components: ComponentItems[] = [];
  for (const [position, read] of plan.components.entries()) {
    const perLanguage = plan.cells.some(
      (cell) => cell.from === 'component' && cell.read === position && cell.language !== null,
    );
    components.push(await readComponents(snapshot, read, perLanguage ? everyRowId(keys) : rowIds));
  }
  const relations: RelatedDocuments[] = [];
  for (const reader of targets) relations.push(await reader.read(rowIds));
  return { components, relations };
}

const everyRowId = (keys: readonly DocumentKey[]): number[] =>
  keys.flatMap(({ rowIds }) => rowIds.filter((rowId) => rowId !== undefined));
