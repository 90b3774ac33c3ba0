import type { ByteSink } from '../bytes/byte-sink';
import { decode, NOTHING } from '../bytes/cell-row';
import { copyEscaped, copyPlain, escapes, ITEM_END, type Escapes } from '../bytes/escape';
import type { OutputColumn } from '../../datasets/output-columns';
import { needsGuard } from './formula-guard';
import { rowFormat, type FileContext, type RowWriter } from './format';
import { separatorInItems } from './list-separator';

const BYTE_ORDER_MARK = '\uFEFF';
const [QUOTE, APOSTROPHE, COMMA, CARRIAGE_RETURN, LINE_FEED] = [0x22, 0x27, 0x2c, 0x0d, 0x0a];

/** Possible first bytes of a dangerous prefix: spaces, signs, and the first bytes of such characters. */
const MAY_START_FORMULA = new Uint8Array(256);
for (const byte of [...Buffer.from("\t\n\v\f\r '=+-@"), 0xc2, 0xe1, 0xe2, 0xe3, 0xef]) {
  MAY_START_FORMULA[byte] = 1;
}
/** First byte of Georgian letters and of one kind of space: only U+1680 needs a closer check. */
const [GEORGIAN_LEAD, BLANK_1680_SECOND] = [0xe1, 0x9a];

function startsLikeFormula(source: Uint8Array, start: number, end: number): boolean {
  const first = source[start] as number;
  if (start === end || MAY_START_FORMULA[first] === 0) return false;
  if (first === GEORGIAN_LEAD && source[start + 1] !== BLANK_1680_SECOND) return false;
  return needsGuard(decode(source, start, end));
}

/** Numbers, dates, codes and ids cannot be formulas; a prefix would only damage them. */
const isFreeText = ({ declaration }: OutputColumn): boolean =>
  (declaration.type === 'string' || declaration.type === 'text') &&
  !/(^|\.)documentId$/.test(declaration.source);

/** Bytes that require quotes; the byte between list items does where the separator contains such a byte. */
function quotable(separator: string): Uint8Array {
  const needsQuotes = new Uint8Array(256);
  for (const byte of [QUOTE, COMMA, CARRIAGE_RETURN, LINE_FEED]) needsQuotes[byte] = 1;
  needsQuotes[ITEM_END] = /[",\r\n]/.test(separator) ? 1 : 0;
  return needsQuotes;
}

type CellWriter = (sink: ByteSink, source: Uint8Array, start: number, end: number) => void;

/**
 * Writes one cell after RFC 4180: quoted where it contains a comma, quote or line break, quotes doubled. An empty
 * text is `""`, so that it differs from null, which is written as nothing.
 */
function cellWriter(column: OutputColumn, guard: boolean): CellWriter {
  const { separator } = column.declaration;
  const joined = separator ?? '';
  const needsQuotes = quotable(joined);
  const inItems = separatorInItems(joined);
  const quoted = escapes({ [QUOTE]: '""', ...inItems, [ITEM_END]: joined.replaceAll('"', '""') });
  const bare = separator === undefined ? null : escapes({ ...inItems, [ITEM_END]: separator });
  const isGuarded = guard && isFreeText(column);

  const writeQuoted: CellWriter = (sink, source, start, end) => {
    sink.byte(QUOTE);
    if (isGuarded && startsLikeFormula(source, start, end)) sink.byte(APOSTROPHE);
    copyEscaped(sink, source, start, end, quoted);
    sink.byte(QUOTE);
  };
  return (sink, source, start, end) => {
    if (start === end) return writeQuoted(sink, source, start, end);
    const before = sink.length;
    if (isGuarded && startsLikeFormula(source, start, end)) sink.byte(APOSTROPHE);
    // Most cells need no quotes: they are copied while they are scanned.
    const isPlain = copyPlain(sink, source, start, end, needsQuotes);
    if (isPlain && !bare) return;
    sink.length = before;
    if (!isPlain) return writeQuoted(sink, source, start, end);
    if (isGuarded && startsLikeFormula(source, start, end)) sink.byte(APOSTROPHE);
    copyEscaped(sink, source, start, end, bare as Escapes);
  };
}

/** Column names are snake_case, so that the header needs no quotes. */
const headerOf = (columns: readonly OutputColumn[]): string =>
  `${columns.map(({ name }) => name).join(',')}\r\n`;

/**
 * CSV after RFC 4180: one header line, CRLF after every record, numbers with a decimal point, UTF-8. `bom` writes a
 * byte order mark first, for spreadsheets; `formulas: 'raw'` turns the formula protection off.
 */
export function csvWriter({ columns, parameters }: Pick<FileContext, 'columns' | 'parameters'>): RowWriter {
  const cells = columns.map((column) => cellWriter(column, parameters.formulas !== 'raw'));
  return {
    start(sink) {
      if (parameters.bom === '1') sink.text(BYTE_ORDER_MARK);
      sink.text(headerOf(columns));
    },
    row({ sources, starts, ends }, sink) {
      for (let column = 0; column < cells.length; column += 1) {
        if (column > 0) sink.byte(COMMA);
        const end = ends[column] as number;
        if (end === NOTHING) {
          // A record of one empty cell would be a blank line, which parsers skip.
          if (cells.length === 1) sink.text('""');
          continue;
        }
        (cells[column] as CellWriter)(sink, sources[column] as Uint8Array, starts[column] as number, end);
      }
      sink.byte(CARRIAGE_RETURN);
      sink.byte(LINE_FEED);
    },
    end: () => undefined,
  };
}

export const csv = rowFormat(
  {
    extension: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    parameters: (z) => ({
      bom: z.enum(['0', '1']),
      formulas: z.enum(['guard', 'raw']),
    }),
  },
  csvWriter,
);
