const [QUOTE, CARRIAGE_RETURN, LINE_FEED] = [0x22, 0x0d, 0x0a];

/** Why a record cannot be read, nor what follows it. */
export type SplitFailure = 'quote-not-closed' | 'too-many-fields' | 'too-large';

/** Records that are complete. An empty cell is null, one written as `""` an empty text. */
export interface SplitRecords {
  readonly records: readonly (readonly (string | null)[])[];
  /** Where the first record begins that is not complete. */
  readonly end: number;
  readonly failure: SplitFailure | null;
}

export interface SplitSettings {
  /** One ASCII character. */
  readonly separator: string;
  readonly mostFields: number;
  /** Bytes of a record. */
  readonly mostBytes: number;
}

/**
 * Splits UTF-8 into the records of CSV (RFC 4180) with any of the three line ends. Quotes inside a cell that is not
 * quoted are kept, and so are those of a cell that goes on after its closing quote, as spreadsheet programs do. A blank
 * line is a record of one empty cell. Cells are texts of their own: none keeps the bytes in memory. Pure.
 * @param bytes from the beginning of a record
 * @param isLast nothing comes after them
 */
export function splitRecords(
  bytes: Buffer,
  isLast: boolean,
  { separator, mostFields, mostBytes }: SplitSettings,
): SplitRecords {
  const { length } = bytes;
  const divider = separator.charCodeAt(0);
  const records: (readonly (string | null)[])[] = [];
  const until = (failure: SplitFailure | null): SplitRecords => ({ records, end: start, failure });
  const endsCell = (at: number): boolean =>
    at >= length || bytes[at] === divider || bytes[at] === LINE_FEED || bytes[at] === CARRIAGE_RETURN;
  const plainEnd = (from: number): number => {
    let at = from;
    for (; at < length; at += 1) {
      const byte = bytes[at];
      if (byte === divider || byte === LINE_FEED || byte === CARRIAGE_RETURN) break;
    }
    return at;
  };
  /** The closing quote; -1 where it is not there, or more has to be known. */
  const closingQuote = (opening: number): number => {
    let at = bytes.indexOf(QUOTE, opening + 1);
    while (at !== -1 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
    return at === length - 1 && !isLast ? -1 : at;
  };
  const unquoted = (from: number, to: number): string => {
    const text = bytes.toString('utf8', from, to);
    return text.includes('"') ? text.replaceAll('""', '"') : text;
  };

  let start = 0;
  let at = 0;
  let cells: (string | null)[] = [];
  for (;;) {
    // After a separator there is one more cell, also at the end of the file.
    if (at >= length && (!isLast || cells.length === 0)) return until(null);
    let end: number;
    let cell: string | null;
    if (bytes[at] === QUOTE) {
      const closing = closingQuote(at);
      if (closing === -1) return until(isLast ? 'quote-not-closed' : null);
      end = closing + 1;
      cell = unquoted(at + 1, closing);
      if (!endsCell(end)) {
        end = plainEnd(end);
        cell = `"${cell}${bytes.toString('utf8', closing, end)}`;
      }
    } else {
      end = plainEnd(at);
      cell = end === at ? null : bytes.toString('utf8', at, end);
    }
    const isReturn = bytes[end] === CARRIAGE_RETURN;
    if (!isLast && (end >= length || (isReturn && end + 1 === length))) return until(null);
    cells.push(cell);
    if (cells.length > mostFields) return until('too-many-fields');
    if (end - start > mostBytes) return until('too-large');
    at = end + (isReturn && bytes[end + 1] === LINE_FEED ? 2 : 1);
    if (bytes[end] === divider) continue;
    records.push(cells);
    cells = [];
    start = at;
  }
}
