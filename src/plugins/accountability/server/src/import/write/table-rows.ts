/** A value as it goes into a column; points in time are Date objects. */
export type ColumnValue = string | number | boolean | Date | null;

/** Rows that are to be inserted into one table. */
export interface TableRows {
  readonly columns: readonly string[];
  readonly rows: ColumnValue[][];
}

/** Collects rows by table. */
export class RowCollector {
  readonly tables = new Map<string, TableRows>();
  /** Rows that refer to those of the other tables, and are inserted after them. */
  readonly joins = new Map<string, TableRows>();

  /** @param columns the same for every row of a table */
  add(table: string, columns: readonly string[], row: ColumnValue[]): void {
    addRow(this.tables, table, columns, row);
  }

  addJoin(table: string, columns: readonly string[], row: ColumnValue[]): void {
    addRow(this.joins, table, columns, row);
  }
}

function addRow(
  tables: Map<string, TableRows>,
  table: string,
  columns: readonly string[],
  row: ColumnValue[],
): void {
  const known = tables.get(table);
  if (known) known.rows.push(row);
  else tables.set(table, { columns, rows: [row] });
}
