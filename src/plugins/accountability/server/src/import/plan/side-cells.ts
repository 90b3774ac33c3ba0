import type { ImportColumn } from '../mapping/declaration';
import { findColumn } from '../mapping/headers';
import type { SourcePlace } from '../problem';
import type { OpenedSource, SourceRow, SourceTable } from '../source/source';
import { unguarded } from '../values/exported';
import { textOf, translated } from './convert-value';

/** The cells of a row, by what the mapping's columns write. */
export interface Cells {
  /** The text of a cell, translated as its column says; null for an empty one. */
  text(to: string): string | null;
  /** A text of this software's own files as it is: spaces kept, the guard of a CSV file taken off. */
  exported(to: string): string | null;
  /** Header of the column. */
  columnOf(to: string): string | null;
  readonly place: SourcePlace;
}

/** Finds the columns of a mapping in a table once, for all its rows. */
export function cellReader(
  columns: readonly ImportColumn[],
  { name: table, header }: Pick<SourceTable, 'name' | 'header'>,
  { file, format }: Pick<OpenedSource, 'file' | 'format'>,
): (row: SourceRow) => Cells {
  const places = new Map(
    columns.map((column) => {
      const at = column.from === undefined ? -1 : findColumn(header, column.from);
      return [column.to, { column, at }] as const;
    }),
  );
  const textAt = (values: SourceRow['values'], to: string): string | null => {
    const found = places.get(to);
    return found ? textOf(found.column.constant ?? values[found.at] ?? null) : null;
  };
  return ({ row, values }) => ({
    place: { file, table, row, column: null },
    columnOf: (to) => header[places.get(to)?.at ?? -1] ?? null,
    text(to) {
      const text = textAt(values, to)?.trim();
      return text ? translated(text, places.get(to)!.column) : null;
    },
    exported: (to) => {
      const text = textAt(values, to);
      return text === null || format !== 'csv' ? text : unguarded(text);
    },
  });
}
