import type { ByteSink } from '../bytes/byte-sink';
import { NOTHING, type CellRow } from '../bytes/cell-row';
import { copyEscaped, escapes, ITEM_END, type Escapes } from '../bytes/escape';
import type { OutputColumn } from '../../datasets/output-columns';
import type { ColumnType } from '../../datasets/declaration';

/** Characters that JSON requires to be escaped: control characters, quote and backslash; the rest is UTF-8. */
const IN_STRING_BYTES = {
  ...Object.fromEntries(
    Array.from({ length: 0x20 }, (_, byte) => [byte, JSON.stringify(String.fromCharCode(byte)).slice(1, -1)]),
  ),
  0x22: '\\"',
  0x5c: '\\\\',
};
const IN_STRING = stringEscapes('","');

/** Escapes of a string in JSON. @param itemEnd what to write between the items of a list */
export function stringEscapes(itemEnd: string): Escapes {
  return escapes({ ...IN_STRING_BYTES, [ITEM_END]: itemEnd });
}

/** Types whose values are written to JSON unchanged, without quotes. */
export const BARE: ReadonlySet<ColumnType> = new Set(['integer', 'number', 'boolean']);
const CLOSING = 0x7d;
const encoder = new TextEncoder();

/** The function that writes a row as a JSON object, its keys in the order of the columns, on one line. */
export function jsonRecord(columns: readonly OutputColumn[]): (row: CellRow, sink: ByteSink) => void {
  const cells = columns.map(({ name, declaration }, column) => {
    const key = `${column > 0 ? ',' : '{'}${JSON.stringify(name)}:`;
    const isList = declaration.separator !== undefined;
    const [before, after] = isList ? ['["', '"]'] : BARE.has(declaration.type) ? ['', ''] : ['"', '"'];
    return {
      before: encoder.encode(key + before),
      after: encoder.encode(after),
      none: encoder.encode(key + (isList ? '[]' : 'null')),
    };
  });
  return ({ sources, starts, ends }, sink) => {
    for (let column = 0; column < cells.length; column += 1) {
      const { before, after, none } = cells[column] as (typeof cells)[number];
      const end = ends[column] as number;
      if (end === NOTHING) {
        sink.copy(none, 0, none.length);
        continue;
      }
      sink.copy(before, 0, before.length);
      copyEscaped(sink, sources[column] as Uint8Array, starts[column] as number, end, IN_STRING);
      sink.copy(after, 0, after.length);
    }
    sink.byte(CLOSING);
  };
}
