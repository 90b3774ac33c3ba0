import type { DateOrder } from '../../../../shared/date-order';
import type { SavedColumn, SavedTable } from '../../../../shared/saved-mapping';
import type { Confidence } from '../contract';

/** What a column of a sheet is. Empty: left out, the import's language, the usual separators. */
export interface ColumnMatch {
  readonly header: string;
  readonly to: string;
  readonly locale: string;
  readonly separators: readonly string[];
  /** What was proposed for it; null where somebody has chosen otherwise. */
  readonly proposed: { readonly confidence: Confidence; readonly couldBe: readonly string[] } | null;
  /** The different texts in it; none where there are many. */
  readonly texts: readonly string[];
  /** Codes of words that are not known, or mean something else here. */
  readonly values: Readonly<Record<string, string>>;
  /** What a saved mapping says of it that is not shown. */
  readonly further: Pick<SavedColumn, 'dateOrder'>;
}

/** A value that is the same in every row. */
export interface ConstantMatch {
  readonly to: string;
  /** Empty: the import's language. */
  readonly locale: string;
  readonly value: string;
  /** What a saved mapping says of it that is not shown. */
  readonly further: Pick<SavedColumn, 'dateOrder' | 'separators' | 'values'>;
}

/** How a sheet is read. */
export interface SheetMatch {
  readonly file: string;
  readonly table: string | null;
  /** Name of its content; empty where it is not read. */
  readonly holds: string;
  readonly couldHold: readonly string[];
  readonly dateOrder: DateOrder | '';
  /** Attributes by which documents are found; null for the first key that the columns allow. */
  readonly key: readonly string[] | null;
  readonly columns: readonly ColumnMatch[];
  /** What is the same in every row. */
  readonly constants: readonly ConstantMatch[];
  /** The table of a saved mapping it comes from, with its columns that are not in the sheet. */
  readonly saved: SavedTable | null;
  readonly elsewhere: readonly SavedColumn[];
}
