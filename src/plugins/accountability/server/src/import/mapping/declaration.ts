import type { LocalizedText } from '../../languages/localized-text';
import type { DateOrder } from '../values/date-forms';
import type { ListSeparator } from '../values/read-list';

/** How a text of the source is written; `html` is turned into Markdown. */
export type SourceTextFormat = 'plain' | 'markdown' | 'html' | 'exported';

export interface ImportColumn {
  /**
   * Header of the column in the source; of several the first that is there. Letter case, spaces, `_` and `-` do not
   * matter.
   */
  readonly from?: string | readonly string[];
  /** The same value in every row, where the source does not have it. */
  readonly constant?: string | number | boolean;
  /**
   * What it is in a document:
   * - `attribute`, `component.attribute`, and of a repeatable component `component.first:second` for several
   *   attributes with colons between;
   * - a component of two partial dates as a whole: a text such as "2012-2013" gives both ends, "October 2018" the end;
   * - `relation.attribute`: finds documents by that attribute of theirs, such as `plan.documentId`, `agencies.name`;
   *   `series.code|title` by the first of them that finds one, `subjects.scheme:code` by both together;
   * - `documentId`, and `updatedAt` of a new document;
   * - `state(workflow)`, with `state(workflow).asOf` and `state(workflow).reason` beside it.
   *
   * In a table of states: `subject.documentId` or `subject.attribute`; `dataset`; `state`, `asOf`, `asOfPrecision`,
   * `reason`, and of a copied history `transition`, `fromState`, `version`, `at`. In a table of links:
   * `source.attribute`, `target.attribute`, `role`.
   */
  readonly to: string;
  /** Language of a localized attribute; without it the one of the import, or the site's first. */
  readonly locale?: string;
  /** Languages its header is written in, where it was found by its name: nobody need say that its texts are, too. */
  readonly headerIn?: readonly string[];
  /**
   * Words of the source and what stands for them: `{ Complete: 'completed' }`. Letter case does not matter. Beside them
   * an enumeration takes its own codes; of other attributes a word that is not here is refused.
   */
  readonly values?: Readonly<Record<string, string>>;
  /** Makes a list of a cell. */
  readonly separators?: readonly ListSeparator[];
  /** Default `markdown` for rich text, else `plain`; `exported` takes what this software's own files have. */
  readonly format?: SourceTextFormat;
  readonly dateOrder?: DateOrder;
  /** Of a date: the localized attribute that keeps its words where they say other than the date, such as "End of 2014". */
  readonly note?: string;
  /** Cuts a text that is longer than its attribute takes, at a word, with a warning; else it is refused. */
  readonly shorten?: boolean;
  /**
   * Header of a column that says the same more exactly, such as with the scheme of each code: where it is there, this
   * one is compared with it only.
   */
  readonly unless?: string;
  /**
   * Header of the column that has the list whose items this one completes: a repeatable component with more of its
   * attributes. Without that column this one is not read.
   */
  readonly beside?: string;
  /** A row without a value is refused. */
  readonly required?: boolean;
}

interface TableDeclaration {
  /** Shown in reports; once per mapping. */
  readonly name: string;
  /**
   * Names of the files (without ending) or sheets it reads, or `file/sheet`; `*` stands for any text. Without it every table that has
   * its required columns.
   */
  readonly files?: readonly string[];
  readonly columns: readonly ImportColumn[];
  /**
   * Headers of columns that are known and not read. Where a table has such a list, any other column that is not read
   * is a warning; without it columns that are not read are skipped.
   */
  readonly ignores?: readonly string[];
  /** Only rows are read where the column of this header has a value, or contains a text, whatever its letter case. */
  readonly when?: { readonly from: string | readonly string[]; readonly contains?: string };
}

/** Rows, or the items of one column of them, that are documents. */
export interface DocumentTable extends TableDeclaration {
  readonly contentType: string;
  /**
   * Attributes that identify a document, most certain first: `[['documentId'], ['identifiers'], ['plan', 'code']]`. The
   * first of them that a row has all values for, and that finds a document, decides.
   */
  readonly keys: readonly (readonly string[])[];
  /**
   * Header of a column with a list: each item is a document, and the item is what columns from this header read. The
   * same item may come again.
   */
  readonly each?: {
    readonly from: string | readonly string[];
    readonly separators: readonly ListSeparator[];
  };
  /** Documents that exist are left as they are: only new ones are made. */
  readonly onlyNew?: boolean;
  /** Rows about a document that came before say the same again, and are left out; without it they are refused. */
  readonly repeats?: boolean;
}

/** Rows that are states of documents, in the order of their history. */
export interface StateTable extends TableDeclaration {
  readonly workflow: string;
  /** Content types of the documents, by the value of the column `dataset`; one only needs no such column. */
  readonly subjects: Readonly<Record<string, string>>;
}

/** Rows that are links: each leads from one document to another. */
export interface LinkTable extends TableDeclaration {
  readonly contentType: string;
  /** By the value of the column `role` the relation; one only needs no such column. */
  readonly relations: Readonly<Record<string, string>>;
}

export type ImportTable = DocumentTable | StateTable | LinkTable;

export interface ImportMapping {
  /** kebab-case: `--mapping NAME`. */
  readonly name: string;
  readonly labels: LocalizedText;
  readonly description: LocalizedText;
  readonly tables: readonly ImportTable[];
}

/**
 * Declares how files of one kind become documents. It is checked when the application starts; a wrong one stops the
 * start and says what to correct.
 */
export const defineImport = (mapping: ImportMapping): ImportMapping => mapping;

export const isStateTable = (table: ImportTable): table is StateTable => 'subjects' in table;
export const isLinkTable = (table: ImportTable): table is LinkTable => 'relations' in table;
export const isDocumentTable = (table: ImportTable): table is DocumentTable =>
  !isStateTable(table) && !isLinkTable(table);
