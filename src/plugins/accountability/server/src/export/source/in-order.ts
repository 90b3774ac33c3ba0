import { cellText, type CellTable } from './cell-table';

/**
 * Checks that each record is in the position of its key, by the number it begins with: a file with its rows mixed
 * up would be worse than none.
 * @throws Error for a record out of order
 */
export function inOrder(table: CellTable): CellTable {
  for (let row = 0; row < table.count; row += 1) {
    if (cellText(table, row, 0) !== String(row)) {
      throw new Error(`The database's answer to an export is not as asked: record ${row} is out of place`);
    }
  }
  return table;
}
