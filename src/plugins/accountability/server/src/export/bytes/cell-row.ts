import { ITEM_END } from './escape';

/**
 * The cells of one output row as UTF-8, each in some buffer. One object is reused for every row: it is valid until
 * the next row is read. The items of a list are stored consecutively, separated by ITEM_END.
 */
export class CellRow {
  readonly sources: Uint8Array[];
  readonly starts: Int32Array;
  /** NOTHING where the cell has no value. */
  readonly ends: Int32Array;

  constructor(readonly width: number) {
    this.sources = new Array<Uint8Array>(width).fill(NO_BYTES);
    this.starts = new Int32Array(width);
    this.ends = new Int32Array(width).fill(NOTHING);
  }

  set(column: number, source: Uint8Array, start: number, end: number): void {
    this.sources[column] = source;
    this.starts[column] = start;
    this.ends[column] = end;
  }

  clear(column: number): void {
    this.ends[column] = NOTHING;
  }

  /** The cell as text; null where it has no value. */
  text(column: number): string | null {
    const end = this.ends[column] as number;
    if (end === NOTHING) return null;
    return decode(this.sources[column] as Uint8Array, this.starts[column] as number, end);
  }

  /** The items of a list; none where the cell has no value. */
  items(column: number): string[] {
    const end = this.ends[column] as number;
    if (end === NOTHING) return [];
    const source = this.sources[column] as Uint8Array;
    const items: string[] = [];
    let from = this.starts[column] as number;
    for (let at = from; at <= end; at += 1) {
      if (at < end && source[at] !== ITEM_END) continue;
      items.push(decode(source, from, at));
      from = at + 1;
    }
    return items;
  }
}

/** End of a cell without a value. */
export const NOTHING = -1;

const NO_BYTES = new Uint8Array(0);

/** UTF-8 between two positions as text. */
export const decode = (source: Uint8Array, start: number, end: number): string =>
  Buffer.from(source.buffer, source.byteOffset + start, end - start).toString('utf8');
