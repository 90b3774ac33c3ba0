import { NOTHING, type CellRow } from '../../bytes/cell-row';
import type { OutputColumn } from '../../../datasets/output-columns';
import type { ColumnType } from '../../../datasets/declaration';

type CellValue = string | number | bigint | boolean | readonly string[] | null;

const DAY_MS = 86_400_000;

/** Stored value of a cell's text; strings are stored unchanged. */
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

/** Collects rows by column until there are enough for a row group. */
export class RowGroup {
  /** Approximate bytes of the values in memory. */
  bytes = 0;
  rows = 0;
  private readonly readers;
  private values: CellValue[][];

  constructor(private readonly columns: readonly OutputColumn[]) {
    this.readers = columns.map(valueReader);
    this.values = columns.map(() => []);
  }

  /** Copies a row's values: no reference to the row is kept. */
  add(row: CellRow): void {
    const { readers, values } = this;
    for (let column = 0; column < readers.length; column += 1) {
      (values[column] as CellValue[]).push((readers[column] as (typeof readers)[number])(row, column));
      const end = row.ends[column] as number;
      this.bytes += BYTES_PER_CELL + (end === NOTHING ? 0 : end - (row.starts[column] as number));
    }
    this.rows += 1;
  }

  /** Returns the columns and starts again. */
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
