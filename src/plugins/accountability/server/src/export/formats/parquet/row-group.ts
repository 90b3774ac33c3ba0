import { NOTHING, type CellRow } from '../../bytes/cell-row';
import type { OutputColumn } from '../../../datasets/output-columns';
import type { ColumnType } from '../../../datasets/declaration';

type CellValue = string | number | bigint | boolean | readonly string[] | null;

const DAY_MS = 86_400_000;

/** What the text of a cell is in the file; texts stand as they are. */
const CONVERTERS: Partial<Record<ColumnType, (text: string) => CellValue>> = {
  integer: BigInt,
  number: Number,
  boolean: (text) => text === 'true',
  date: (text) => Date.parse(text) / DAY_MS,
  datetime: (text) => BigInt(Date.parse(text)),
};

function valueReader({ declaration }: OutputColumn): (row: CellRow, column: number) => CellValue {
  if (declaration.separator !== undefined) return (row, column) => row.items(column);
  const convert = CONVERTERS[declaration.type];
  if (!convert) return (row, column) => row.text(column);
  return (row, column) => {
    const text = row.text(column);
    return text === null ? null : convert(text);
  };
}

/** Rows column by column, until there are enough for a part of the file. */
export class RowGroup {
  /** Bytes of the values, and a little for each: so much is in memory. */
  bytes = 0;
  rows = 0;
  private readonly readers;
  private values: CellValue[][];

  constructor(private readonly columns: readonly OutputColumn[]) {
    this.readers = columns.map(valueReader);
    this.values = columns.map(() => []);
  }

  /** Takes a row's values over: nothing of the row is kept. */
  add(row: CellRow): void {
    const { readers, values } = this;
    for (let column = 0; column < readers.length; column += 1) {
      (values[column] as CellValue[]).push((readers[column] as (typeof readers)[number])(row, column));
      const end = row.ends[column] as number;
      this.bytes += BYTES_PER_CELL + (end === NOTHING ? 0 : end - (row.starts[column] as number));
    }
    this.rows += 1;
  }

  /** The columns, which begin anew then. */
  take(): { readonly name: string; readonly data: CellValue[]; readonly isLongText: boolean }[] {
    const taken = this.columns.map(({ name, declaration }, column) => ({
      name,
      data: this.values[column] as CellValue[],
      isLongText: declaration.type === 'text',
    }));
    this.values = this.columns.map(() => []);
    this.bytes = 0;
    this.rows = 0;
    return taken;
  }
}

const BYTES_PER_CELL = 8;
