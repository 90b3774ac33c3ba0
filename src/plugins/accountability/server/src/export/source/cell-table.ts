import { decode, NOTHING } from '../bytes/cell-row';

/** Separators of the cells SQLite sends as one value: bytes that never occur in UTF-8. */
export const CELL_END = 0xfd;
export const NO_VALUE = 0xfe;

/** Records of some documents: cells as received from the database, in one buffer, without a string for each. */
export interface CellTable {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly count: number;
  /** By row and column: `row * width + column`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** One cell as text; null where it has no value. */
export function cellText({ bytes, width, starts, ends }: CellTable, row: number, column: number) {
  const at = row * width + column;
  const end = ends[at] as number;
  return end === NOTHING ? null : decode(bytes, starts[at] as number, end);
}

const broken = (why: string): Error =>
  new Error(`The database's answer to an export is not as asked: ${why}`);

/**
 * Parses cells that are each terminated by CELL_END, NO_VALUE being null. Pure.
 * @throws Error when there are fewer or more cells than expected
 */
export function separatedCells(bytes: Uint8Array, width: number, count: number): CellTable {
  const total = width * count;
  const starts = new Int32Array(total);
  const ends = new Int32Array(total);
  let cell = 0;
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== CELL_END) continue;
    if (cell >= total) throw broken('more cells than columns');
    starts[cell] = start;
    ends[cell] = at === start + 1 && bytes[start] === NO_VALUE ? NOTHING : at;
    cell += 1;
    start = at + 1;
  }
  if (cell !== total || start !== bytes.length) throw broken(`${cell} cells instead of ${total}`);
  return { bytes, width, count, starts, ends };
}

const COPY_SIGNATURE_BYTES = 11;

/**
 * Parses the binary form of PostgreSQL's COPY: a header, then per row the number of fields and each field with its
 * length, -1 for null. Pure.
 * @throws Error when there are fewer or more rows or fields than expected
 */
export function binaryCopyCells(bytes: Uint8Array, width: number, count: number): CellTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = new Int32Array(width * count);
  const ends = new Int32Array(width * count);
  let at = COPY_SIGNATURE_BYTES + 4;
  at += 4 + view.getInt32(at);
  let cell = 0;
  for (let row = 0; row < count; row += 1) {
    if (view.getInt16(at) !== width) throw broken(`${row} rows instead of ${count}`);
    at += 2;
    for (let column = 0; column < width; column += 1) {
      const length = view.getInt32(at);
      at += 4;
      starts[cell] = at;
      ends[cell] = length < 0 ? NOTHING : at + length;
      if (length > 0) at += length;
      cell += 1;
    }
  }
  if (view.getInt16(at) !== -1) throw broken(`more than ${count} rows`);
  return { bytes, width, count, starts, ends };
}
