const MEGABYTE = 1024 * 1024;

/** How much of a file is read before the reading is given up. */
export interface SourceLimits {
  readonly columns: number;
  readonly fieldsOfRow: number;
  readonly rowsOfSheet: number;
  readonly cellCharacters: number;
  readonly headerCharacters: number;
  readonly rowBytes: number;
  readonly sheets: number;
  readonly zipEntries: number;
  readonly unpackedBytes: number;
  readonly packedRatio: number;
  readonly ratioFromBytes: number;
  readonly sharedCharacters: number;
  readonly envelopeBytes: number;
  readonly depth: number;
}

export const SOURCE_LIMITS: SourceLimits = {
  /** Ten times the widest export; a header beyond it is a wrong separator or an attack. */
  columns: 2_000,
  /** Columns a spreadsheet program has. A record with more is not collected further. */
  fieldsOfRow: 16_384,
  /** Rows a spreadsheet program has (ECMA-376). */
  rowsOfSheet: 1_048_576,
  /** Thirty times what a spreadsheet program lets into a cell; longer than any text the content types take. */
  cellCharacters: 1_000_000,
  /** Longer than any name of a column; a sentence of a questionnaire may be one. */
  headerCharacters: 5_000,
  /** A row is held whole; one that is larger comes from a quote or bracket that is not closed. */
  rowBytes: 16 * MEGABYTE,
  /** The header of each sheet is read when the file is opened. */
  sheets: 200,
  /** A workbook has a few files per sheet. The directory of the archive is held in memory. */
  zipEntries: 10_000,
  /** A sheet of a million rows and twenty columns has about 700 MB. */
  unpackedBytes: 1024 * MEGABYTE,
  /** XML of sheets packs about 10 to 40 times; archives made to exhaust memory about 1,000 times. */
  packedRatio: 200,
  /** Below this an unusual ratio does no harm. */
  ratioFromBytes: 50 * MEGABYTE,
  /** Shared strings are held in memory, at up to two bytes a character. */
  sharedCharacters: 50_000_000,
  /** What stands around the rows of a JSON file is held whole. */
  envelopeBytes: MEGABYTE,
  /** Nested objects become columns with dots; the exports nest once. */
  depth: 8,
};
