/** A value as it goes into a column; points in time are Date objects. */
export type ColumnValue = string | number | boolean | Date | null;

/** Rows that are to be inserted into one table. */
export interface TableRows {
  readonly columns: readonly string[];
  readonly rows: ColumnValue[][];
}

/** Collects rows by table, in the order in which the tables are first named: what others refer to comes first. */
export class RowCollector {
  readonly tables = new Map<string, TableRows>();

  /** @param columns the same for every row of a table */
  add(table: string, columns: readonly string[], row: ColumnValue[]): void {
    const known = this.tables.get(table);
    if (known) known.rows.push(row);
    else this.tables.set(table, { columns, rows: [row] });
  }
}
