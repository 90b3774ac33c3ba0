import type { Batch } from './batch';
import type { RowCollector } from './table-rows';

/** Inserts what has been collected, table by table. */
export async function insertAll(batch: Batch, { tables, joins }: RowCollector): Promise<void> {
  for (const [table, { columns, rows }] of [...tables, ...joins]) await batch.insert(table, columns, rows);
}
