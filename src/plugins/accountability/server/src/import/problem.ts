import type { LocalizedText } from '../languages/localized-text';
import type { MessageValues } from '../languages/message-format';

/** Where in a source something was found. */
export interface SourcePlace {
  /** Name of the file as it was given, without folders. */
  readonly file: string;
  /** Name of the sheet; null in a file that is one table. */
  readonly table: string | null;
  /**
   * Number of the row as a spreadsheet program shows it: the first is 1, the header's row included. In a CSV file a
   * record with line breaks is one row; in JSON the first object is 1. Null for what is wrong with the whole table.
   */
  readonly row: number | null;
  /** Header of the column; null for what is wrong with the whole row. */
  readonly column: string | null;
}

/** Errors stop an import, warnings are shown. */
export type Severity = 'error' | 'warning';

/** One thing that is wrong with a source. Its message is `problems.<code>` in the section `import` of the word files. */
export interface ImportProblem {
  readonly severity: Severity;
  /** kebab-case, stable: part of the API. */
  readonly code: string;
  readonly place: SourcePlace;
  /** Values of the message; several of a kind are a list. A value of a cell is cut to 200 characters. */
  readonly values?: MessageValues;
  /** Content type whose attributes the values name; messages have their labels. */
  readonly attributesOf?: string;
  /** The sentence in each language, where it is a rule of the application's. */
  readonly message?: LocalizedText;
}
