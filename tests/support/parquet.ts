import { readParquet as read, wasmMemory, type ReaderOptions } from 'parquet-wasm';
import { arrowColumns, arrowNames, type ArrowMemory } from './arrow';

/** The memory moves when it grows, so it is asked for each time. */
const memory = () => wasmMemory() as unknown as ArrowMemory;

/**
 * A Parquet file as a reader nobody here wrote sees it, and not one by the author of the writer: rows as objects,
 * days and times as ISO texts; the columns with their Arrow formats; what the file says of itself.
 */
export function readParquet(bytes: Uint8Array, options: ReaderOptions = {}) {
  const table = read(bytes, options);
  const schema = table.schema.intoFFI();
  const columns = arrowNames(memory(), schema.addr());
  schema.free();
  const metadata = Object.fromEntries(table.schema.metadata()) as Record<string, string>;
  const records: Record<string, unknown>[] = [];
  for (const batch of table.recordBatches()) {
    const data = batch.intoFFI();
    const cells = arrowColumns(memory(), data.schemaAddr(), data.arrayAddr());
    for (let row = 0; row < (cells[0]?.values.length ?? 0); row += 1) {
      records.push(Object.fromEntries(cells.map(({ name, values }) => [name, values[row]])));
    }
    data.free();
  }
  table.free();
  return { records, columns, metadata };
}
