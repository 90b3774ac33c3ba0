import type { ImportColumn } from '../mapping/declaration';
import { findColumn } from '../mapping/headers';
import type { SourcePlace } from '../problem';
import type { SourceRow, SourceTable } from '../source/source';
import { textOf, translated } from './convert-value';

/** The cells of a row, by what the mapping's columns write. */
export interface Cells {
  /** The text of a cell, translated as its column says; null for an empty one. */
  text(to: string): string | null;
  /** Header of the column. */
  columnOf(to: string): string | null;
  readonly place: SourcePlace;
}

/** Finds the columns of a mapping in a table once, for all its rows. */
export function cellReader(
  columns: readonly ImportColumn[],
  { name: table, header }: Pick<SourceTable, 'name' | 'header'>,
  file: string,
): (row: SourceRow) => Cells {
  const places = new Map(
    columns.map((column) => {
      const at = column.from === undefined ? -1 : findColumn(header, column.from);
      return [column.to, { column, at }] as const;
    }),
  );
  return ({ row, values }) => ({
    place: { file, table, row, column: null },
    columnOf: (to) => header[places.get(to)?.at ?? -1] ?? null,
    text(to) {
      const found = places.get(to);
      if (!found) return null;
      const { column, at } = found;
      const text = textOf(column.constant ?? values[at] ?? null)?.trim();
      return text ? translated(text, column) : null;
    },
  });
}
