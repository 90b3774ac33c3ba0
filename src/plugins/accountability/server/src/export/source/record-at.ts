import type { CellTable } from './cell-table';

/** A document's record in the table it was read into. */
export interface RecordAt {
  readonly table: CellTable;
  readonly row: number;
}
