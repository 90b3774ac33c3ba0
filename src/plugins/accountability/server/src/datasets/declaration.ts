import type { LocalizedText } from '../languages/localized-text';
import type { DataTheme } from '../catalogue/authorities';

export type { LocalizedText };

export const COLUMN_TYPES = [
  'string',
  'text',
  'integer',
  'number',
  'boolean',
  'date',
  'datetime',
  'enum',
] as const;

/** `string` is a short text on one line, `text` may be long and have several; `enum` is one of `values`. */
export type ColumnType = (typeof COLUMN_TYPES)[number];

export const TEXT_FORMATS = ['uri', 'email'] as const;

/** A column of another dataset. */
export interface ColumnReference {
  readonly dataset: string;
  readonly column: string;
}

/** One value of a controlled vocabulary: its code and its label. */
export interface ColumnValue {
  readonly value: string;
  readonly labels: LocalizedText;
}

export interface ColumnDeclaration {
  /** Name in every format, snake_case. A localized column gets the language as a suffix: `title_ka`. */
  readonly name: string;
  readonly type: ColumnType;
  /**
   * Source of the value, in the content type's own attribute names: - `documentId`, `createdAt` (earliest
   * language), `updatedAt`, `publishedAt` (latest language); - `attribute`; - `component.attribute`,
   * `relation.attribute`, `relation.documentId`; - `component.first:second`, `relation.first:second`: several
   * attributes as one value, separated by colons, of a relation such as do not differ by language; - in a dataset with `links`: `link.attribute` and `link.documentId` of the
   * linked document, `linkRole`, and `linkId`, which identifies the row; - in a dataset with `about`:
   * `aboutDataset`, the dataset of the document the row is about.
   *
   * A repeatable component or a to-many relation gives a list: an array in JSON, one cell joined by `separator` in
   * CSV.
   */
  readonly source: string;
  /** True where each language has its own text: one output column per language. */
  readonly localized?: boolean;
  /** Only the list items whose attributes have these values: `{ scheme: 'sdg' }`. */
  readonly where?: Readonly<Record<string, string>>;
  /** Only the items of a component that have a text in this attribute. */
  readonly having?: string;
  /**
   * Makes a boolean of a source `component.date:precision`: whether the latest day of the partial date has passed,
   * unless the document's attribute has one of the values. Computed when the file is generated.
   */
  readonly hasPassed?: { readonly unless: string; readonly isOneOf: readonly string[] };
  /**
   * For a localized list of a relation: gives the language of each value instead of the value. The lists of a
   * relation have the same length and order: an item without a text in the column's language is given in another
   * one.
   */
  readonly gives?: 'language';
  /** Separator of a list's values in one cell; required for a list, must not occur in the values. */
  readonly separator?: string;
  readonly labels: LocalizedText;
  readonly description: LocalizedText;
  /** Every value an `enum` column may have. */
  readonly values?: readonly ColumnValue[];
  /** What kind of text a `string` holds. */
  readonly format?: (typeof TEXT_FORMATS)[number];
  /** Every row has a value. Not for a list or a localized column: a row may lack a language. */
  readonly required?: boolean;
  /** No two rows have the same value. */
  readonly unique?: boolean;
  /**
   * Foreign key: the values are those of a column that identifies the rows of another dataset; also for each value
   * of a list.
   */
  readonly references?: ColumnReference;
  /** URI of the property of a known vocabulary. */
  readonly propertyUrl?: string;
  /** False keeps the column out of `filters[…]`. Default true. */
  readonly filterable?: boolean;
}

/** The rows as linked data. A column maps to its `propertyUrl`, or to a term of the dataset's own. */
export interface LinkedDataDeclaration {
  /** URI of the class of the rows. */
  readonly type: string;
  /** Address of a row below the content API, with its key in braces: `books/{id}`. */
  readonly id: string;
  /** By column: another property it maps to, or, where its values are ids, the addresses of these. */
  readonly columns?: Readonly<Record<string, { readonly property?: string; readonly address?: string }>>;
}

export interface DatasetDeclaration {
  /** Name in addresses and file names, kebab-case: `/api/open-data/{name}.csv`. */
  readonly name: string;
  /** Uid of the content type whose published documents are the rows. */
  readonly contentType: string;
  /** Name of the column that identifies a row; its source is `documentId`, or `linkId` in a dataset of links. */
  readonly key: string;
  readonly labels: LocalizedText;
  readonly description: LocalizedText;
  readonly columns: readonly ColumnDeclaration[];
  /** Only documents whose attributes have one of these values: `{ moderationStatus: ['approved'] }`. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** Only documents whose related document is published: the name of a relation to one. */
  readonly visibleWith?: string;
  /**
   * Name of a relation to a document of the same content type: a document with a parent is a row only while the
   * parent meets `where`, as an answer is while its comment is shown.
   */
  readonly visibleUnder?: string;
  /**
   * Makes the rows links: a row for each document these relations refer to; the role of the linked document by
   * relation.
   */
  readonly links?: Readonly<Record<string, string>>;
  /**
   * The documents are about documents of other types, named by uid and document id in two attributes. Only
   * documents about a published document are rows. The dataset of each type, by uid.
   */
  readonly about?: {
    readonly typeAttribute: string;
    readonly idAttribute: string;
    readonly datasets: Readonly<Record<string, string>>;
  };
  readonly keywords?: readonly LocalizedText[];
  /** Code of the EU's list of data themes, where it differs from the site's. */
  readonly theme?: DataTheme;
  /** Publishes the dataset as linked data too. */
  readonly linkedData?: LinkedDataDeclaration;
  /** Date columns whose minimum and maximum are the dataset's temporal coverage. */
  readonly temporal?: { readonly start: string; readonly end: string };
}

/**
 * Declares an open dataset over a content type. Everything about it derives from this one declaration: SQL,
 * formats, filters, documentation. An attribute that no column names cannot be exported.
 *
 * The declaration is checked when the application starts; an invalid one stops the start.
 */
export const defineDataset = (declaration: DatasetDeclaration): DatasetDeclaration => declaration;
