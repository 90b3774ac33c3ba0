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

/** Keys per query: they are only numbers, so a page of them costs little. Few at first, for an early first byte. */
const KEYS_PER_PAGE = 2000;
const FIRST_KEYS = 100;
/** Largest page: about 10 MB. */
const MAX_KEYS = 50_000;
/** Target size of a batch in bytes. */
const BYTES_PER_BATCH = 512 * 1024;
/** Size of the first batch in documents, and the largest growth of the next: the first byte is sent early. */
const FIRST_BATCH = 16;
const GROWTH = 3;
const MIN_BATCH = 8;
/** For larger batches PostgreSQL scans whole tables instead of using the index. */
const MAX_BATCH = 500;

/** Some rows of a file. */
export interface RowBatch {
  readonly count: number;
  /** The row, in a reused object: valid until the next one is read. */
  row(index: number): CellRow;
}

/** Which rows are read. */
export interface RowRequest {
  /** Condition on the alias `e`, see `filters.ts`. */
  readonly filter: Sql;
  /** ISO day, for what depends on the date. */
  readonly today: string;
  /** The number of rows where their keys are to be read by one statement: each one evaluates the whole filter. */
  readonly atOnce: number | undefined;
}

/** The dataset's rows in batches, ordered by their identity. The database reads ahead while rows are processed. */
export async function* readRows(
  snapshot: Snapshot,
  plan: ReadPlan,
  { filter, today, atOnce }: RowRequest,
): AsyncGenerator<RowBatch> {
  const readers = cellReaders(plan.cells, today);
  const output = new CellRow(readers.length);
  const scratch = new ByteSink();
  for await (const batch of readAhead(readBatches(snapshot, plan, filter, pagesOf(atOnce)))) {
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

/** Numbers of keys of the first page and of each one after it. One more than there are: a full page asks for a next one. */
const pagesOf = (atOnce: number | undefined): [first: number, later: number] =>
  atOnce !== undefined && atOnce < MAX_KEYS ? [atOnce + 1, KEYS_PER_PAGE] : [FIRST_KEYS, KEYS_PER_PAGE];

async function* readBatches(
  snapshot: Snapshot,
  plan: ReadPlan,
  filter: Sql,
  pages: [first: number, later: number],
): AsyncGenerator<Batch> {
  const targets = plan.relations.map((relation) => new TargetReader(snapshot, relation));
  let size = FIRST_BATCH;
  for await (const keys of readKeys(snapshot, plan.rows, filter, pages)) {
    for (let start = 0; start < keys.length;) {
      const some: DocumentKey[] = keys.slice(start, start + size);
      start += some.length;
      const table = await snapshot.readRecords(plan.query, some);
      const relations = [];
      for (const target of targets) relations.push(await target.read(table));
      yield { table, relations };
      // Long texts make small batches, so that memory stays bounded.
      const perDocument = Math.max(1, table.bytes.length / some.length);
      const fitting = Math.floor(BYTES_PER_BATCH / perDocument);
      size = Math.max(MIN_BATCH, Math.min(MAX_BATCH, size * GROWTH, fitting));
    }
  }
}
