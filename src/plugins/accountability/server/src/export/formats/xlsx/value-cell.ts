import type { ByteSink } from '../../bytes/byte-sink';
import { decode } from '../../bytes/cell-row';
import type { OutputColumn } from '../../../datasets/output-columns';
import type { ColumnType } from '../../../datasets/declaration';
import { textWriter, type WriteCell } from './text-cell';

/** Positions in the workbook's list of cell styles, see `styles.ts`. */
export const STYLE = { date: 1, datetime: 2, header: 3, wrapped: 4 } as const;

const DAY_MS = 86_400_000;
/** Days from the workbook's epoch to 1970. */
const DAYS_BEFORE_1970 = 25_569;
/** The calendar has a nonexistent 29 February 1900: day numbers are right only after it. */
const FIRST_RIGHT_DAY = 61;
const FIRST_TOO_LATE_DAY = 2_958_466;
/** More digits than a cell's number can hold would be rounded. */
const MAX_DIGITS = 15;
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const TRUE_LENGTH = 4;

/** The serial number of a day or a time (UTC); null where the workbook's calendar has none. */
export function serialOf(iso: string): number | null {
  const days = Date.parse(iso) / DAY_MS + DAYS_BEFORE_1970;
  return days >= FIRST_RIGHT_DAY && days < FIRST_TOO_LATE_DAY ? days : null;
}

const writeText = textWriter();

const timeWriter =
  (style: number): WriteCell =>
  (sink, source, start, end) => {
    const serial = serialOf(decode(source, start, end));
    // A date outside of the calendar is written as text, as in the other formats.
    if (serial === null) return writeText(sink, source, start, end);
    sink.text(` s="${style}"><v>${serial}</v></c>`);
  };

const writeNumber: WriteCell = (sink, source, start, end) => {
  const text = decode(source, start, end);
  const [withoutExponent = ''] = text.split(/e/i, 1);
  const digits = withoutExponent.replace(/\D/g, '').replace(/^0+/, '');
  if (!NUMBER.test(text) || digits.length > MAX_DIGITS) return writeText(sink, source, start, end);
  sink.text(`><v>${text}</v></c>`);
};

const writeBoolean = (sink: ByteSink, _source: Uint8Array, start: number, end: number): void =>
  sink.text(` t="b"><v>${end - start === TRUE_LENGTH ? 1 : 0}</v></c>`);

const WRITERS: Partial<Record<ColumnType, WriteCell>> = {
  integer: writeNumber,
  number: writeNumber,
  boolean: writeBoolean,
  date: timeWriter(STYLE.date),
  datetime: timeWriter(STYLE.datetime),
};

/** The function that writes a column's cells: numbers, booleans and dates typed, everything else as text. */
export const valueWriter = ({ declaration }: OutputColumn, onCut: () => void): WriteCell =>
  (declaration.separator === undefined ? WRITERS[declaration.type] : undefined) ??
  textWriter(declaration.separator, onCut);
