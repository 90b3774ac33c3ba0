import { ByteSink } from '../bytes/byte-sink';
import { CellRow } from '../bytes/cell-row';
import { ITEM_END } from '../bytes/escape';
import type { RowWriter } from './format';

/** A cell as the writers' specs notate it; a list as an array. */
export type Value = string | number | boolean | null | readonly string[];

/** The cell as the reader passes it to a writer. */
function bytesOf(value: Exclude<Value, null>): Buffer {
  if (!Array.isArray(value)) return Buffer.from(String(value));
  const parts = value.flatMap((item, index) => [
    ...(index > 0 ? [Buffer.from([ITEM_END])] : []),
    Buffer.from(item),
  ]);
  return Buffer.concat(parts);
}

/** A row of given values, its cells between other bytes as in a database response. */
export function rowOf(values: readonly Value[]): CellRow {
  const row = new CellRow(values.length);
  values.forEach((value, column) => {
    if (value === null || (Array.isArray(value) && value.length === 0)) return;
    const bytes = bytesOf(value);
    row.set(column, Buffer.concat([Buffer.from('"<'), bytes, Buffer.from('&,')]), 2, 2 + bytes.length);
  });
  return row;
}

/** For specs: the file a writer produces for rows, as text. */
export function written(writer: RowWriter, rows: readonly (readonly Value[])[]): string {
  const sink = new ByteSink(new ArrayBuffer(1));
  writer.start(sink);
  for (const row of rows) writer.row(rowOf(row), sink);
  writer.end(sink, rows.length);
  return Buffer.from(sink.written()).toString('utf8');
}
