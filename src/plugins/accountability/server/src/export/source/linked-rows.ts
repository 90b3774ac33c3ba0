import { NOTHING } from '../bytes/cell-row';
import type { CellTable } from './cell-table';

const [BLANK, MINUS, ZERO] = [0x20, 0x2d, 0x30];
const NONE: readonly number[] = [];

/** The numbers of a link: place of its language, position, id of the row. */
const NUMBERS = 3;

/**
 * Rows linked to a record: the cell contains the place of the language, position and numeric id of each, separated by
 * spaces. The language with the most links gives the order; what only others have comes after it. Rows of one document
 * in several languages may all be there. Sorted here: for the few links of a document that is faster than in the
 * database. Pure.
 */
export function linkedRows(table: CellTable, row: number, column: number): readonly number[] {
  const at = row * table.width + column;
  const end = table.ends[at] as number;
  if (end === NOTHING) return NONE;
  const numbers = numbersIn(table.bytes, table.starts[at] as number, end);
  if (numbers.length === NUMBERS) return [numbers[2] as number];
  const lists: [position: number, id: number][][] = [];
  for (let index = 0; index < numbers.length; index += NUMBERS) {
    const language = numbers[index] as number;
    (lists[language] ??= []).push([numbers[index + 1] as number, numbers[index + 2] as number]);
  }
  // Sorting is stable: of lists of one length the preferred language comes first.
  return Object.values(lists)
    .sort((one, other) => other.length - one.length)
    .flatMap((list) => list.sort(([a, first], [b, second]) => a - b || first - second).map(([, id]) => id));
}

function numbersIn(bytes: Uint8Array, start: number, end: number): number[] {
  const numbers: number[] = [];
  let value = 0;
  let sign = 1;
  for (let position = start; position < end; position += 1) {
    const byte = bytes[position] as number;
    if (byte === BLANK) {
      numbers.push(value * sign);
      value = 0;
      sign = 1;
    } else if (byte === MINUS) {
      sign = -1;
    } else {
      value = value * 10 + (byte - ZERO);
    }
  }
  numbers.push(value * sign);
  return numbers;
}
