const LETTER_A = 64;

/** Index of the column of a reference such as `AB12`; -1 where it has no letters. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - LETTER_A;
    if (letter < 1 || letter > 26) break;
    index = index * 26 + letter;
  }
  return index - 1;
}

/** Cells from the first to the last row, counted from 1, of a range that begins in a column. */
export interface CellRange {
  /** As the workbook writes it: `A2:B5`. */
  readonly text: string;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Index of its first column. */
  readonly column: number;
}

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/;

/** Reads a range of several cells; null where it is none. */
export function cellRange(text: string): CellRange | null {
  const [, column, firstRow, lastRow] = RANGE.exec(text) ?? [];
  return column === undefined
    ? null
    : { text, firstRow: Number(firstRow), lastRow: Number(lastRow), column: columnIndex(column) };
}
