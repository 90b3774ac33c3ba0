import { setImmediate as nextTurn } from 'node:timers/promises';
import { cellReader, type WindowLinks } from './cells';
import type { Snapshot } from './connection';
import type { DocumentKey } from './documents';
import { readWindows } from './keys';
import type { ReadPlan } from './plan';
import { readComponents, readDocuments, type ComponentItems } from './read';
import type { Sql } from './sql';
import { TargetReader, type RelatedDocuments } from './target-reader';
import type { Cell } from './values';

/** One output row, its cells in the order of the columns asked for. */
export type Row = readonly Cell[];

/**
 * Documents whose links are read together. Their ids lie all over the join tables: the more are looked up
 * together, in ascending order, the more of them share a page.
 */
const DOCUMENTS_PER_WINDOW = 8000;

/**
 * Documents whose texts are read together: enough that queries cost little, few enough that a batch dies
 * young. At 1000 the garbage collector took four times as long, because rows had grown old by then.
 */
const DOCUMENTS_PER_BATCH = 200;

/**
 * The dataset's rows in batches, ordered by document id. Between two batches other requests get their turn.
 * @param filter condition on the alias `e`, see `filters.ts`
 */
export async function* readRows(snapshot: Snapshot, plan: ReadPlan, filter: Sql): AsyncGenerator<Row[]> {
  const cells = plan.cells.map(cellReader);
  const targets = plan.relations.map((read) => new TargetReader(snapshot, read));

  for await (const keys of readWindows(snapshot, plan.entry, filter, DOCUMENTS_PER_WINDOW)) {
    const links = await readWindow(snapshot, plan, targets, keys);
    for (let start = 0; start < keys.length; start += DOCUMENTS_PER_BATCH) {
      const batch = keys.slice(start, start + DOCUMENTS_PER_BATCH);
      const documents = await readDocuments(snapshot, plan.entry, batch);
      yield documents.map((document) => cells.map((read) => read(document, links)));
      await nextTurn();
    }
  }
}

/** Reads what belongs to the documents of a window beside their own rows. */
async function readWindow(
  snapshot: Snapshot,
  plan: ReadPlan,
  targets: readonly TargetReader[],
  keys: readonly DocumentKey[],
): Promise<WindowLinks> {
  const rowIds = ascending(keys.map((key) => key.rowId));
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

const ascending = (ids: number[]): number[] => ids.sort((a, b) => a - b);

const everyRowId = (keys: readonly DocumentKey[]): number[] =>
  ascending(keys.flatMap(({ rowIds }) => rowIds.filter((rowId) => rowId !== undefined)));
