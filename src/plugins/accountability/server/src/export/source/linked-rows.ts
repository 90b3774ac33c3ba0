import { NOTHING } from '../bytes/cell-row';
import type { CellTable } from './cell-table';

const [BLANK, MINUS, ZERO] = [0x20, 0x2d, 0x30];

/**
 * Rows linked to the records of a batch. Numbers in two arrays, not a list for each record: lists that are kept as long as
 * a batch cost more in garbage collection than all the reading.
 */
export interface LinkedRows {
  readonly languages: number;
  /** The numeric ids, list after list. */
  readonly ids: Int32Array;
  /** Where the list of a record and language ends: `row * languages + language`. It starts where the one before ends. */
  readonly ends: Int32Array;
}

/**
 * Reads the links of each record: the cell of a language contains position and numeric id of each link, separated by
 * spaces. Sorted here: for the few links of a document that is faster than in the database. Pure.
 * @param columns the cells of a record, by language
 */
export function linkedRows(table: CellTable, columns: readonly number[]): LinkedRows {
  const languages = columns.length;
  const ends = new Int32Array(table.count * languages);
  const positions = new Numbers();
  const ids = new Numbers();
  for (let row = 0; row < table.count; row += 1) {
    for (let language = 0; language < languages; language += 1) {
      const cell = row * table.width + (columns[language] as number);
      const end = table.ends[cell] as number;
      const first = ids.length;
      positions.length = 0;
      if (end !== NOTHING) readPairs(table.bytes, table.starts[cell] as number, end, positions, ids);
      if (!isInOrder(positions, ids, first)) sort(positions, ids, first);
      ends[row * languages + language] = ids.length;
    }
  }
  return { languages, ids: ids.values, ends };
}

/** Whole numbers in memory that grows. */
class Numbers {
  values = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
}

/** Of one position, the older link comes first. */
function isInOrder(positions: Numbers, ids: Numbers, first: number): boolean {
  for (let index = 1; index < positions.length; index += 1) {
    const step = (positions.values[index] as number) - (positions.values[index - 1] as number);
    if (step < 0) return false;
    const at = first + index;
    if (step === 0 && (ids.values[at] as number) < (ids.values[at - 1] as number)) return false;
  }
  return true;
}

function sort(positions: Numbers, ids: Numbers, first: number): void {
  const links = Array.from({ length: positions.length }, (_, index) => ({
    position: positions.values[index] as number,
    id: ids.values[first + index] as number,
  }));
  links.sort((one, other) => one.position - other.position || one.id - other.id);
  links.forEach(({ id }, index) => (ids.values[first + index] = id));
}

function readPairs(bytes: Uint8Array, start: number, end: number, positions: Numbers, ids: Numbers): void {
  let value = 0;
  let sign = 1;
  let isPosition = true;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === BLANK) {
      (isPosition ? positions : ids).push(value * sign);
      isPosition = !isPosition;
      value = 0;
      sign = 1;
    } else if (byte === MINUS) {
      sign = -1;
    } else {
      value = value * 10 + (byte - ZERO);
    }
  }
  ids.push(value * sign);
}
