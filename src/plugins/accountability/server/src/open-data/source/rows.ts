import { cellReader, type BatchLinks } from './cells';
import type { Snapshot } from './connection';
import type { DocumentKey } from './documents';
import { readKeys } from './keys';
import type { ReadPlan } from './plan';
import { readComponents, readDocuments, type ComponentItems } from './read';
import { readAhead } from './read-ahead';
import type { Sql } from './sql';
import { TargetReader, type RelatedDocuments } from './target-reader';
import type { Cell } from './values';

/** One output row, its cells in the order of the columns asked for. */
export type Row = readonly Cell[];

/** Documents whose links are read together: links of many documents share pages, and are but numbers. */
const DOCUMENTS_PER_CHUNK = 6000;
/** Documents whose texts are read together: enough that queries cost little, few enough that texts die young. */
const DOCUMENTS_PER_BATCH = 200;

/** Documents and what belongs to them beside their own rows. */
interface Chunk {
  readonly keys: readonly DocumentKey[];
  readonly links: BatchLinks;
}

/**
 * The dataset's rows in batches, ordered by document id. The database reads ahead while rows are made.
 * @param filter condition on the alias `e`, see `filters.ts`
 */
export async function* readRows(snapshot: Snapshot, plan: ReadPlan, filter: Sql): AsyncGenerator<Row[]> {
  const cells = plan.cells.map(cellReader);
  for await (const { documents, links } of readAhead(readBatches(snapshot, plan, filter))) {
    yield documents.map((document) => cells.map((read) => read(document, links)));
  }
}

async function* readBatches(snapshot: Snapshot, plan: ReadPlan, filter: Sql) {
  for await (const { keys, links } of readChunks(snapshot, plan, filter)) {
    for (let start = 0; start < keys.length; start += DOCUMENTS_PER_BATCH) {
      const batch = keys.slice(start, start + DOCUMENTS_PER_BATCH);
      yield { documents: await readDocuments(snapshot, plan.entry, batch), links };
    }
  }
}

async function* readChunks(snapshot: Snapshot, plan: ReadPlan, filter: Sql): AsyncGenerator<Chunk> {
  const targets = plan.relations.map((read) => new TargetReader(snapshot, read));
  for await (const keys of readKeys(snapshot, plan.entry, filter, DOCUMENTS_PER_CHUNK)) {
    yield { keys, links: await readBatchLinks(snapshot, plan, targets, keys) };
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
