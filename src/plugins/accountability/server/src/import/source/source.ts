import type { ImportProblem } from '../problem';

/** A day a spreadsheet keeps as a date and not as text; it has no time of day and no time zone. */
export interface SourceDay {
  /** ISO day. */
  readonly day: string;
}

/** What a cell holds. An empty cell is null, a list comes from JSON only. */
export type SourceValue = string | number | boolean | null | SourceDay | readonly SourceValue[];

export interface SourceRow {
  /** See `SourcePlace.row`. */
  readonly row: number;
  /** One value per column of the header, in its order. */
  readonly values: readonly SourceValue[];
  /** What could not be read of this row; the values concerned are null. */
  readonly problems: readonly ImportProblem[];
  /** The rest of the table cannot be read; the problem of this row says why. */
  readonly isCut?: boolean;
}

/** Whether there is nothing in a row to be read: its problems say all there is to say of it. */
export const isUnreadable = ({ values, problems }: SourceRow): boolean =>
  values.every((value) => value === null) && problems.length > 0;

/** A table of a source: a CSV file, a sheet, the objects of a JSON file. */
export interface SourceTable {
  /** Name of the sheet; null in a file that is one table. */
  readonly name: string | null;
  /** The sheet is hidden in the workbook, and was not chosen by its name: it is not read. Hidden sheets stand last. */
  readonly isHidden?: boolean;
  /** Header texts, trimmed, in the order of the columns; of JSON the keys of all objects, nested ones as `a.b`. */
  readonly header: readonly string[];
  /** Row of the header, null where there is none (JSON). */
  readonly headerRow: number | null;
  /** What is wrong with the table as a whole, such as a duplicate header. */
  readonly problems: readonly ImportProblem[];
  /**
   * Reads the rows again at each call, in order, in bounded memory. Rows without any value are left out. What makes
   * the rest of the table unreadable, such as a quote that is not closed, is a problem of the last row given.
   * Throws a `SourceError` with `source-changed` if the file is no longer the one that was opened.
   */
  rows(): AsyncIterable<SourceRow>;
}

export type SourceFormat = 'csv' | 'xlsx' | 'json' | 'ndjson';

/** A source file that has been opened; its rows can be read several times. */
export interface OpenedSource {
  readonly file: string;
  readonly format: SourceFormat;
  /** SHA-256 of the bytes, in hex. */
  readonly digest: string;
  /** Encoding the text was read in, a label of the Encoding Standard; null for XLSX. */
  readonly encoding: string | null;
  readonly tables: readonly SourceTable[];
  close(): Promise<void>;
}

/** How to read a file; what is left out is detected. */
export interface ReadSettings {
  /** A label of the Encoding Standard: utf-8, utf-16le, utf-16be, windows-1251, windows-1252. */
  readonly encoding?: string;
  readonly separator?: ',' | ';' | '\t' | '|';
  /** Row of the header; the first row that is not empty. */
  readonly headerRow?: number;
  /** Only this sheet. */
  readonly sheet?: string;
}

export interface SourceFile {
  /** Where the bytes are. */
  readonly path: string;
  /** Name to show, with its ending. */
  readonly name: string;
}
