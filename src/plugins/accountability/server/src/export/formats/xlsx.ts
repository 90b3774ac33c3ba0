import { ByteSink } from '../bytes/byte-sink';
import type { OutputColumn } from '../../datasets/output-columns';
import type { RowBatch } from '../source/rows';
import type { FileContext, Format } from './format';
import { aboutSheet, columnHeading, columnsSheet, wantedNames } from './xlsx/description';
import { RowWriterOfSheet, sheetEnd, sheetStart } from './xlsx/sheet';
import { STYLE, valueWriter } from './xlsx/value-cell';
import { sheetNames, sheetPath, workbookParts } from './xlsx/workbook';
import { writeZip } from './xlsx/zip-output';

const PART_BYTES = 64 * 1024;
/** Rows of a sheet, less the header. */
const MAX_ROWS = 1_048_575;

/** Widths in characters by type. */
const WIDTHS = {
  string: 24,
  text: 48,
  enum: 22,
  integer: 10,
  number: 12,
  boolean: 10,
  date: 12,
  datetime: 20,
} as const;
const WIDTH_OF_LIST = 36;
const MIN_WORD_WIDTH = 12;

const widthOf = ({ declaration }: OutputColumn): number =>
  Math.max(MIN_WORD_WIDTH, declaration.separator === undefined ? WIDTHS[declaration.type] : WIDTH_OF_LIST);

/** Statistics of the rows, known once they are written. */
interface Written {
  rows: number;
  cuts: number;
}

async function* dataSheet(
  batches: AsyncIterable<RowBatch>,
  context: FileContext,
  written: Written,
): AsyncGenerator<Uint8Array> {
  const { columns } = context;
  const writer = new RowWriterOfSheet(
    columns.map((column) =>
      valueWriter(column, () => {
        written.cuts += 1;
      }),
    ),
  );
  let sink = new ByteSink(new ArrayBuffer(PART_BYTES * 2));
  sink.text(sheetStart(columns.map(widthOf)));
  const headings = columns.map((column) =>
    context.parameters.headers === 'names' ? column.name : columnHeading(column, context),
  );
  writer.texts(headings, STYLE.header, sink);
  for await (const batch of batches) {
    for (let index = 0; index < batch.count; index += 1) {
      writer.row(batch.row(index), sink);
      if (sink.length < PART_BYTES) continue;
      yield sink.written();
      sink = new ByteSink(new ArrayBuffer(PART_BYTES * 2));
    }
    written.rows += batch.count;
  }
  sink.text(sheetEnd(columns.length, writer.count));
  yield sink.written();
}

/** A part that is generated on demand. */
function* later(make: () => Uint8Array): Generator<Uint8Array> {
  yield make();
}

/**
 * A workbook for Excel (ECMA-376) of three sheets: the data, the columns' descriptions, the source of the data.
 * Dates, numbers and booleans are typed, and texts are never formulas. `headers: 'names'` uses the columns' names
 * for headings instead of their labels.
 */
export const xlsx: Format = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  isPacked: true,
  maxRows: MAX_ROWS,
  parameters: (z) => ({ headers: z.enum(['labels', 'names']) }),
  async write(batches, context, output) {
    const names = sheetNames(wantedNames(context));
    const written: Written = { rows: 0, cuts: 0 };
    await writeZip(
      [
        ...workbookParts(names, names[0] ?? ''),
        { path: sheetPath(0), parts: dataSheet(batches, context, written) },
        { path: sheetPath(1), parts: later(() => columnsSheet(context)) },
        { path: sheetPath(2), parts: later(() => aboutSheet(context, written.rows, written.cuts)) },
      ],
      output,
    );
    await output.end();
  },
};
