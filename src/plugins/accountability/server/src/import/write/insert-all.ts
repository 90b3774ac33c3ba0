import type { Batch } from './batch';
import type { RowCollector } from './table-rows';

/** Inserts what has been collected, table by table. */
export async function insertAll(batch: Batch, collector: RowCollector): Promise<void> {
  for (const [table, { columns, rows }] of collector.tables) await batch.insert(table, columns, rows);
}
