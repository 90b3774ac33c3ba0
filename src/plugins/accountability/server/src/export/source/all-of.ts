import type { RowBatch } from './rows';

/**
 * The same batches, with a check at the end.
 * @throws Error when there were more or fewer rows than counted: an incomplete file must not look complete
 */
export async function* allOf(batches: AsyncIterable<RowBatch>, total: number): AsyncGenerator<RowBatch> {
  let count = 0;
  for await (const batch of batches) {
    count += batch.count;
    yield batch;
  }
  if (count !== total) throw new Error(`An export read ${count} rows where the database counts ${total}`);
}
