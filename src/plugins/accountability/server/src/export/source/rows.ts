import { ByteSink } from '../bytes/byte-sink';
import { CellRow } from '../bytes/cell-row';
import { cellReaders, type Batch, type CellReader, type LinkAt } from './cells';
import type { Snapshot } from './connection';
import { readKeys } from './keys';
import type { DocumentKey } from './document-key';
import { linksOf } from './links';
import type { ReadPlan } from './plan';
import { readAhead } from './read-ahead';
import type { Sql } from './sql';
import { TargetReader } from './target-reader';

/** Keys read at once: they are but numbers, so that a page of them costs little. Few at first: somebody waits. */
const KEYS_PER_PAGE = 2000;
const FIRST_KEYS = 100;
/** Bytes of content a batch should come to. */
const BYTES_PER_BATCH = 512 * 1024;
/** Documents tried first, and how much larger the next batch may be: the reader has the first byte soon. */
const FIRST_BATCH = 16;
const GROWTH = 3;
const SMALLEST_BATCH = 8;
/** For more at once PostgreSQL reads whole tables where a look into an index for each would do. */
const LARGEST_BATCH = 500;

/** Some rows of a file. */
export interface RowBatch {
  readonly count: number;
  /** The row, in an object that serves for all: valid until the next one is asked for. */
  row(index: number): CellRow;
}

/**
 * The dataset's rows in batches, ordered by what identifies them. The database reads ahead while rows are made.
 * @param filter condition on the alias `e`, see `filters.ts`
 * @param today ISO day, for what depends on the date
 */
export async function* readRows(
  snapshot: Snapshot,
  plan: ReadPlan,
  filter: Sql,
  today: string,
): AsyncGenerator<RowBatch> {
  const readers = cellReaders(plan.cells, today);
  const output = new CellRow(readers.length);
  const scratch = new ByteSink();
  for await (const batch of readAhead(readBatches(snapshot, plan, filter))) {
    if (!plan.links) {
      yield { count: batch.table.count, row: (index) => fill(readers, batch, index, output, scratch) };
      continue;
    }
    const links = linksOf(batch, plan.links);
    yield {
      count: links.length,
      row(index) {
        const link = links[index] as LinkAt;
        batch.link = link;
        return fill(readers, batch, link.row, output, scratch);
      },
    };
  }
}

function fill(
  readers: readonly CellReader[],
  batch: Batch,
  index: number,
  output: CellRow,
  scratch: ByteSink,
): CellRow {
  scratch.length = 0;
  for (const read of readers) read(batch, index, output, scratch);
  return output;
}

async function* readBatches(snapshot: Snapshot, plan: ReadPlan, filter: Sql): AsyncGenerator<Batch> {
  const targets = plan.relations.map((relation) => new TargetReader(snapshot, relation));
  let size = FIRST_BATCH;
  for await (const keys of readKeys(snapshot, plan.rows, filter, [FIRST_KEYS, KEYS_PER_PAGE])) {
    for (let start = 0; start < keys.length;) {
      const some: DocumentKey[] = keys.slice(start, start + size);
      start += some.length;
      const table = await snapshot.readRecords(plan.query, some);
      const relations = [];
      for (const target of targets) relations.push(await target.read(table));
      yield { table, relations };
      // Long texts make small batches: what is in memory at once does not grow with them.
      const perDocument = Math.max(1, table.bytes.length / some.length);
      const fitting = Math.floor(BYTES_PER_BATCH / perDocument);
      size = Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, size * GROWTH, fitting));
    }
  }
}
