import type { OutputColumn } from '../columns';
import { isDocumentAttribute, parseSourcePath } from '../source-path';
import { FIRST_COLUMN } from './documents';
import {
  columnOf,
  type JoinTable,
  type MetadataLookup,
  type ModelMetadata,
  type TableMetadata,
} from './metadata';

/** Columns to read of a table, collected while the dataset's columns are planned. */
export class ColumnList {
  readonly columns: string[] = [];

  constructor(
    readonly model: TableMetadata,
    private readonly offset: number,
  ) {}

  /** Position of the attribute's value in a row; the column is read once however often it is asked for. */
  add(attribute: string): number {
    const column = columnOf(this.model, attribute);
    const known = this.columns.indexOf(column);
    return this.offset + (known >= 0 ? known : this.columns.push(column) - 1);
  }
}

/** Rows of a content type, one document at a time. */
export interface DocumentRead {
  readonly model: ModelMetadata;
  readonly list: ColumnList;
  /** The site's languages, null for a type without. */
  readonly languages: readonly string[] | null;
}

/** Items of a component, for the rows of one batch. */
export interface ComponentRead {
  readonly joinTable: JoinTable;
  readonly list: ColumnList;
  readonly repeatable: boolean;
}

/** Documents related to those of one batch. */
export interface RelationRead {
  readonly joinTable: JoinTable;
  readonly target: DocumentRead;
}

/** What to read for a set of output columns, and where each finds its value. */
export interface ReadPlan {
  readonly entry: DocumentRead;
  readonly components: readonly ComponentRead[];
  readonly relations: readonly RelationRead[];
  readonly cells: readonly CellPlan[];
}

export interface CellPlan {
  readonly column: OutputColumn;
  readonly from: 'document' | 'component' | 'relation';
  /** Position in `components` or `relations`. */
  readonly read: number;
  /** Attribute names of the value's parts and their positions in a row; no position is the document id. */
  readonly parts: readonly { readonly attribute: string; readonly index: number | null }[];
  /** Position in the languages; null takes the row that speaks for the document. */
  readonly language: number | null;
  readonly where: readonly { readonly index: number; readonly value: string }[];
  /** For `hasPassed`: position in the document's row of the attribute that may stand against it. */
  readonly unless?: number;
}

/** Items of a component have no document: an item's row begins with the row it belongs to. */
const COMPONENT_OFFSET = 1;

export function documentRead(model: ModelMetadata, languages: readonly string[]): DocumentRead {
  return {
    model,
    list: new ColumnList(model, FIRST_COLUMN),
    languages: model.localized ? languages : null,
  };
}

/**
 * Resolves output columns to tables and columns. The declaration has been checked at the start, so a path
 * that leads nowhere is a programming error.
 * @param lookup metadata by uid
 */
export function planRead(
  contentType: string,
  columns: readonly OutputColumn[],
  languages: readonly string[],
  lookup: MetadataLookup,
): ReadPlan {
  const model = lookup(contentType);
  const entry = documentRead(model, languages);
  const components = new Map<string, ComponentRead>();
  const relations = new Map<string, RelationRead>();

  const cells = columns.map((column): CellPlan => {
    const { attribute, parts } = pathOf(column);
    const language = column.locale === null ? null : languages.indexOf(column.locale);
    const conditions = Object.entries(column.declaration.where ?? {});
    const from = kindOf(attribute, parts, model, lookup);

    if (from === 'document') {
      return { column, from, read: 0, parts: [partOf(attribute, entry.list)], language, where: [] };
    }
    const reads: Map<string, ComponentRead | RelationRead> = from === 'component' ? components : relations;
    let read = reads.get(attribute);
    if (!read) {
      read =
        from === 'component'
          ? componentRead(model, attribute, lookup)
          : relationRead(model, attribute, languages, lookup);
      reads.set(attribute, read);
    }
    const list = 'target' in read ? read.target.list : read.list;
    return {
      column,
      from,
      read: [...reads.keys()].indexOf(attribute),
      parts: parts.map((part) => partOf(part, list)),
      language,
      where: conditions.map(([name, value]) => ({ index: list.add(name), value })),
      ...(column.declaration.hasPassed && { unless: entry.list.add(column.declaration.hasPassed.unless) }),
    };
  });
  return { entry, components: [...components.values()], relations: [...relations.values()], cells };
}

export function pathOf(column: OutputColumn): { attribute: string; parts: readonly string[] } {
  const path = parseSourcePath(column.declaration.source);
  if (!path) throw new Error(`"${column.declaration.source}" is no source path`);
  return path;
}

const partOf = (attribute: string, list: ColumnList) => ({
  attribute,
  index: attribute === 'documentId' ? null : list.add(attribute),
});

/** Components are relations to a table without documents in Strapi's metadata. */
export function kindOf(
  attribute: string,
  parts: readonly string[],
  model: ModelMetadata,
  lookup: MetadataLookup,
): CellPlan['from'] {
  if (parts.length === 0 || isDocumentAttribute(attribute)) return 'document';
  const target = model.attributes[attribute]?.target ?? '';
  return lookup(target).attributes.documentId ? 'relation' : 'component';
}

export function joinTableOf(model: ModelMetadata, attribute: string): JoinTable {
  const joinTable = model.attributes[attribute]?.joinTable;
  if (!joinTable) throw new Error(`Attribute "${attribute}" of "${model.tableName}" has no join table`);
  return joinTable;
}

export const targetOf = (model: ModelMetadata, attribute: string, lookup: MetadataLookup): ModelMetadata =>
  lookup(model.attributes[attribute]?.target ?? '');

function componentRead(model: ModelMetadata, attribute: string, lookup: MetadataLookup): ComponentRead {
  return {
    joinTable: joinTableOf(model, attribute),
    list: new ColumnList(targetOf(model, attribute, lookup), COMPONENT_OFFSET),
    repeatable: model.attributes[attribute]?.relation === 'oneToMany',
  };
}

function relationRead(
  model: ModelMetadata,
  attribute: string,
  languages: readonly string[],
  lookup: MetadataLookup,
): RelationRead {
  return {
    joinTable: joinTableOf(model, attribute),
    target: documentRead(targetOf(model, attribute, lookup), languages),
  };
}
