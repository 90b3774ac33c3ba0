import type { OutputColumn } from '../../datasets/output-columns';
import type { ColumnType, DatasetDeclaration } from '../../datasets/declaration';
import { ABOUT_DATASET, LINK, LINK_ID, LINK_ROLE } from '../../datasets/row-kinds';
import { isDocumentAttribute, parseSourcePath } from '../../datasets/source-path';
import type { RecordQuery } from './connection';
import type { DocumentRows } from './keys';
import type { JoinTable, MetadataLookup, ModelMetadata } from './metadata';
import { RecordPlan } from './record-plan';
import type { Dialect } from './sql';

/** Source of a column's value: positions in the record of its document, or of related ones. */
export type CellPlan =
  | { readonly from: 'record'; readonly type: ColumnType; readonly index: number }
  | { readonly from: 'list'; readonly index: number }
  /** The earliest or latest of the times of all languages. */
  | { readonly from: 'times'; readonly indexes: readonly number[]; readonly choose: 'earliest' | 'latest' }
  /** Whether a partial date has passed, unless the document's exception applies. */
  | {
      readonly from: 'passed';
      readonly date: number;
      readonly precision: number;
      readonly unless: number;
      readonly settled: readonly string[];
    }
  | {
      readonly from: 'related';
      /** Position in `relations`. */
      readonly relation: number;
      readonly type: ColumnType;
      /** Position in the related document's record. */
      readonly index: number;
      readonly where: readonly { readonly index: number; readonly value: string }[];
    }
  | {
      readonly from: 'related-list';
      readonly relation: number;
      /** Positions of what precedes the value, with a colon after each. */
      readonly before: readonly number[];
      /** Positions in the related document's record: the first non-null value counts. */
      readonly indexes: readonly number[];
      readonly where: readonly { readonly index: number; readonly value: string }[];
      /** Replacement of the value at each position, such as its language. */
      readonly names: readonly string[] | null;
      /**
       * Whether a document without a value has an empty item, so that the lists of a relation have the same length.
       */
      readonly keepsPlaces: boolean;
    }
  /** Of the linked document: by link, the position in its record. */
  | { readonly from: 'link'; readonly type: ColumnType; readonly indexes: readonly number[] }
  | { readonly from: 'link-id' }
  | { readonly from: 'link-role' };

/** A relation of which each link is a row. */
export interface LinkRead {
  /** Position in `relations`. */
  readonly relation: number;
  readonly role: string;
  /** Positions of the document id: in the record of the document, and in that of the linked one. */
  readonly fromId: number;
  readonly toId: number;
}

/** Documents related to those of the dataset. */
export interface RelationRead {
  /** Positions of the links in the record: by language, the preferred one first, or one for all of them. */
  readonly links: readonly number[];
  readonly rows: DocumentRows;
  readonly query: RecordQuery;
}

/** What to read for a set of output columns, as plain data: it is passed to a worker thread. */
export interface ReadPlan {
  readonly rows: DocumentRows;
  readonly query: RecordQuery;
  readonly relations: readonly RelationRead[];
  readonly cells: readonly CellPlan[];
  /** For a dataset of links; null where each document is a row. */
  readonly links: readonly LinkRead[] | null;
}

export const documentRows = (model: ModelMetadata, languages: readonly string[]): DocumentRows => ({
  model,
  languages: model.localized ? languages : null,
});

interface PlannedRelation {
  readonly position: number;
  readonly links: readonly number[];
  readonly record: RecordPlan;
}

/**
 * Resolves output columns to tables and columns. The declaration was checked at the start, so an unresolvable path
 * is a programming error.
 * @param lookup metadata by uid
 */
export function planRead(
  { contentType, links, about }: Pick<DatasetDeclaration, 'contentType' | 'links' | 'about'>,
  columns: readonly OutputColumn[],
  { languages, lookup, dialect, ownLanguageOnly = false }: PlanContext,
): ReadPlan {
  const model = lookup(contentType);
  const record = new RecordPlan(documentRows(model, languages), dialect);
  const relations = new Map<string, PlannedRelation>();

  const related = (attribute: string): PlannedRelation => {
    const known = relations.get(attribute);
    if (known) return known;
    const target = targetOf(model, attribute, lookup);
    const planned = {
      position: relations.size,
      links: isToMany(model, attribute)
        ? record.links(joinTableOf(model, attribute))
        : [record.link(joinTableOf(model, attribute))],
      record: new RecordPlan(documentRows(target, languages), dialect),
    };
    relations.set(attribute, planned);
    return planned;
  };

  const linked = links && Object.keys(links).map(related);

  const cells = columns.map((column): CellPlan => {
    const { attribute, parts } = pathOf(column);
    const language = column.locale === null ? null : languages.indexOf(column.locale);
    const { type, where = {}, having, separator, hasPassed, gives } = column.declaration;
    if (linked && attribute === LINK_ID) return { from: 'link-id' };
    if (linked && attribute === LINK_ROLE) return { from: 'link-role' };
    if (linked && attribute === LINK) {
      const indexes = linked.map(({ record: target }) => target.attribute(parts[0] ?? '', language));
      return { from: 'link', type, indexes };
    }
    if (about && attribute === ABOUT_DATASET) {
      return { from: 'record', type, index: record.coded(about.typeAttribute, about.datasets) };
    }
    const from = kindOf(attribute, parts, model, lookup);

    if (from === 'document') return documentCell(record, attribute, type, language);
    if (from === 'relation') {
      const { position, record: target } = related(attribute);
      const conditions = Object.entries(where).map(([name, value]) => ({
        index: target.attribute(name, null),
        value,
      }));
      const of = { relation: position, where: conditions };
      if (separator === undefined) {
        return { from: 'related', type, index: target.attribute(parts[0] ?? '', language), ...of };
      }
      // A text in another language replaces a missing one; otherwise lists of ids and names would differ in length.
      const order = languagesFor(language, ownLanguageOnly ? [] : languages);
      return {
        from: 'related-list',
        before: parts.slice(0, -1).map((part) => target.attribute(part, null)),
        indexes: order.map((one) => target.attribute(parts.at(-1) ?? '', one)),
        names: gives ? order.map((one) => languages[one ?? 0] ?? '') : null,
        keepsPlaces: !ownLanguageOnly,
        ...of,
      };
    }
    const joinTable = joinTableOf(model, attribute);
    const component = targetOf(model, attribute, lookup);
    const mayRepeat = model.attributes[attribute]?.relation === 'oneToMany';
    const one = (part = '') =>
      record.component(joinTable, component, { attribute: part, isList: mayRepeat, language });
    if (hasPassed) {
      return {
        from: 'passed',
        date: one(parts[0]),
        precision: one(parts[1]),
        unless: record.attribute(hasPassed.unless, null),
        settled: hasPassed.isOneOf,
      };
    }
    const isList = separator !== undefined;
    if (isList || parts.length > 1 || Object.keys(where).length > 0) {
      const wanted = { attributes: parts, where, having, isList, language };
      const index = record.items(joinTable, component, wanted);
      return isList ? { from: 'list', index } : { from: 'record', type, index };
    }
    return { from: 'record', type, index: one(parts[0]) };
  });

  const linkReads = linked?.map(({ position, record: target }, index) => ({
    relation: position,
    role: Object.values(links ?? {})[index] ?? '',
    fromId: record.attribute('documentId', null),
    toId: target.attribute('documentId', null),
  }));

  return {
    links: linkReads ?? null,
    rows: record.rows,
    query: record.query(),
    relations: [...relations.values()].map(({ links, record: target }) => ({
      links,
      rows: target.rows,
      query: target.query(),
    })),
    cells,
  };
}

/**
 * Positions of the languages in order of preference, the requested one first. An unlocalized value has one
 * position.
 */
const languagesFor = (language: number | null, languages: readonly string[]): (number | null)[] =>
  language === null ? [null] : [...new Set([language, ...languages.keys()])];

export interface PlanContext {
  readonly languages: readonly string[];
  readonly lookup: MetadataLookup;
  readonly dialect: Dialect;
  /** For formats that tag texts with their language: a list has the values of its own language only. */
  readonly ownLanguageOnly?: boolean;
}

/** Each language has its own times: a document is created with its first and updated with its last. */
const TIMES: Readonly<Record<string, 'earliest' | 'latest'>> = {
  createdAt: 'earliest',
  updatedAt: 'latest',
  publishedAt: 'latest',
};

function documentCell(
  record: RecordPlan,
  attribute: string,
  type: ColumnType,
  language: number | null,
): CellPlan {
  const choose = TIMES[attribute];
  if (!choose) return { from: 'record', type, index: record.attribute(attribute, language) };
  const languages = record.rows.languages ?? [''];
  const indexes = languages.map((_, position) => record.attribute(attribute, position));
  return { from: 'times', indexes, choose };
}

export function pathOf(column: OutputColumn): { attribute: string; parts: readonly string[] } {
  const path = parseSourcePath(column.declaration.source);
  if (!path) throw new Error(`"${column.declaration.source}" is no source path`);
  return path;
}

/** In Strapi's metadata, components are relations to a table without documents. */
export function kindOf(
  attribute: string,
  parts: readonly string[],
  model: ModelMetadata,
  lookup: MetadataLookup,
): 'document' | 'component' | 'relation' {
  if (parts.length === 0 || isDocumentAttribute(attribute)) return 'document';
  const target = model.attributes[attribute]?.target ?? '';
  return lookup(target).attributes.documentId ? 'relation' : 'component';
}

export function joinTableOf(model: ModelMetadata, attribute: string): JoinTable {
  const joinTable = model.attributes[attribute]?.joinTable;
  if (!joinTable) throw new Error(`Attribute "${attribute}" of "${model.tableName}" has no join table`);
  return joinTable;
}

const isToMany = (model: ModelMetadata, attribute: string): boolean =>
  model.attributes[attribute]?.relation?.endsWith('ToMany') ?? true;

export const targetOf = (model: ModelMetadata, attribute: string, lookup: MetadataLookup): ModelMetadata =>
  lookup(model.attributes[attribute]?.target ?? '');
