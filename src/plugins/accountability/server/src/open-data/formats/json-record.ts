import type { OutputColumn } from '../columns';
import type { Row } from '../source/rows';

/** The function that writes a row as a JSON object, its keys in the order of the columns, on one line. */
export function jsonRecord(columns: readonly OutputColumn[]): (row: Row) => string {
  const keys = columns.map((column, index) => `${index > 0 ? ',' : '{'}${JSON.stringify(column.name)}:`);
  return (row) => {
    let text = '';
    for (let index = 0; index < keys.length; index += 1) {
      text += (keys[index] as string) + JSON.stringify(row[index] ?? null);
    }
    return `${text}}`;
  };
}
