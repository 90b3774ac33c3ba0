import { ByteSink } from '../../bytes/byte-sink';
import { NOTHING, type CellRow } from '../../bytes/cell-row';
import { textWriter, type WriteCell } from './text-cell';

const encoder = new TextEncoder();
const LETTERS = 26;
const ROW_END = encoder.encode('</row>');
const AFTER_REFERENCE = 0x22;

/** Name of a column by its position: A, B … Z, AA. */
export const columnLetters = (column: number): string =>
  (column >= LETTERS ? columnLetters(Math.floor(column / LETTERS) - 1) : '') +
  String.fromCharCode('A'.charCodeAt(0) + (column % LETTERS));

/**
 * The start of a sheet: its first row is frozen.
 * @param widths of the columns, in characters
 */
export const sheetStart = (widths: readonly number[]): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>' +
  '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '<selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>' +
  widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('') +
  '</cols><sheetData>';

/** The end of a sheet, with a filter over all of its rows including the header. */
export const sheetEnd = (columns: number, rows: number): string =>
  `</sheetData><autoFilter ref="A1:${columnLetters(columns - 1)}${rows}"/></worksheet>`;

/** Writes rows of cells, counting them. */
export class RowWriterOfSheet {
  /** Rows written so far. */
  count = 0;
  private readonly references: readonly Uint8Array[];

  constructor(private readonly cells: readonly WriteCell[]) {
    this.references = cells.map((_, column) => encoder.encode(`<c r="${columnLetters(column)}`));
  }

  row({ sources, starts, ends }: CellRow, sink: ByteSink): void {
    const number = this.startRow(sink);
    for (let column = 0; column < this.cells.length; column += 1) {
      const end = ends[column] as number;
      if (end === NOTHING) continue;
      this.reference(sink, column, number);
      (this.cells[column] as WriteCell)(sink, sources[column] as Uint8Array, starts[column] as number, end);
    }
    sink.copy(ROW_END, 0, ROW_END.length);
  }

  /** A row of texts of one style. */
  texts(texts: readonly string[], style: number, sink: ByteSink): void {
    const number = this.startRow(sink);
    texts.forEach((text, column) => {
      this.reference(sink, column, number);
      const bytes = encoder.encode(text);
      sink.text(` s="${style}"`);
      writeText(sink, bytes, 0, bytes.length);
    });
    sink.copy(ROW_END, 0, ROW_END.length);
  }

  private startRow(sink: ByteSink): Uint8Array {
    this.count += 1;
    sink.text(`<row r="${this.count}">`);
    return encoder.encode(String(this.count));
  }

  private reference(sink: ByteSink, column: number, number: Uint8Array): void {
    const letters = this.references[column] as Uint8Array;
    sink.copy(letters, 0, letters.length);
    sink.copy(number, 0, number.length);
    sink.byte(AFTER_REFERENCE);
  }
}

const writeText = textWriter();

/** A complete sheet of texts: its header, and rows that may have several lines. */
export function textSheet(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  styles: { readonly header: number; readonly rows: number },
): Uint8Array {
  const sink = new ByteSink();
  const writer = new RowWriterOfSheet(header.map(() => writeText));
  sink.text(sheetStart(widths));
  writer.texts(header, styles.header, sink);
  for (const row of rows) writer.texts(row, styles.rows, sink);
  sink.text(sheetEnd(header.length, writer.count));
  return sink.written();
}
