import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isLocalizedAttribute, type Model, type ModelAttribute } from '../../datasets/content-model';
import { metadataLookup, modelOf } from '../../datasets/settings';
import {
  columnOf,
  type JoinTable,
  type ModelMetadata,
  type TableMetadata,
} from '../../export/source/metadata';
import { converterFor, toMilliseconds } from '../../export/source/values';
import type { AttributeValue } from './import-document';

/** A document there is, in the attributes a mapping has. */
export interface ExistingDocument {
  readonly documentId: string;
  readonly shared: Record<string, AttributeValue>;
  readonly localized: Record<string, Record<string, AttributeValue>>;
  readonly relations: Record<string, readonly string[]>;
  readonly isPublished: boolean;
  /** An editor has changed the draft and not published it. */
  readonly hasPendingChanges: boolean;
}

interface Row {
  readonly id: number;
  readonly document_id: string;
  readonly locale: string | null;
  readonly published_at: unknown;
  readonly updated_at: unknown;
  readonly [column: string]: unknown;
}

const TYPES: Readonly<Record<string, Parameters<typeof converterFor>[0]>> = {
  integer: 'integer',
  biginteger: 'integer',
  float: 'number',
  decimal: 'number',
  boolean: 'boolean',
  date: 'date',
};

/** A stored value as the content API gives it: the two databases keep some in forms of their own. */
function storedValue(raw: unknown, type: string): AttributeValue {
  if (raw === null || raw === undefined) return null;
  if (type === 'datetime') {
    const at = toMilliseconds(raw);
    return at === null ? null : new Date(at).toISOString();
  }
  return converterFor(TYPES[type] ?? 'text')(raw);
}

const SYSTEM_COLUMNS = ['id', 'document_id', 'locale', 'published_at', 'updated_at'];

/**
 * Reads documents in the attributes asked for, a fixed number of statements for all of them. What is published goes
 * before what is a draft.
 * @param documentIds some hundreds at most
 */
export async function existingDocuments(
  strapi: Core.Strapi,
  contentType: string,
  attributes: ReadonlySet<string>,
  documentIds: readonly string[],
): Promise<Map<string, ExistingDocument>> {
  const documents = new Map<string, ExistingDocument>();
  if (documentIds.length === 0) return documents;
  const model = modelOf(strapi, contentType) as Model;
  const lookup = metadataLookup(strapi);
  const metadata = lookup(contentType);
  const db = strapi.db.connection;
  const named = [...attributes].flatMap((name) => {
    const schema = model.attributes[name];
    return schema ? [{ name, schema }] : [];
  });
  const scalars = named.filter(({ schema }) => schema.type !== 'component' && schema.type !== 'relation');

  const rows = (await db(metadata.tableName)
    .select([
      ...SYSTEM_COLUMNS.filter((column) => metadata.draftAndPublish || column !== 'published_at'),
      ...scalars.map(({ name }) => columnOf(metadata, name)),
    ])
    .whereIn('document_id', [...documentIds])
    .orderBy('id')) as Row[];
  const read = rowsToRead(rows, metadata);
  const owners = new Map(read.map((row) => [row.id, row]));

  for (const row of read) {
    const document = documentOf(documents, row, rows, metadata);
    const version = row.locale === null ? document.shared : (document.localized[row.locale] ??= {});
    for (const { name, schema } of scalars) {
      const value = storedValue(row[columnOf(metadata, name)], schema.type);
      if (isLocalizedAttribute(model, name)) version[name] = value;
      else document.shared[name] = value;
    }
  }
  for (const { name, schema } of named) {
    const { joinTable } = metadata.attributes[name] ?? {};
    if (!joinTable) continue;
    if (schema.type === 'component') {
      await readComponents({ strapi, db, documents, owners }, { name, schema, joinTable });
    } else if (schema.type === 'relation' && schema.target) {
      await readRelation({ db, documents, owners }, name, joinTable, lookup(schema.target).tableName);
    }
  }
  return documents;
}

/** The published rows of each document, or its drafts where nothing of it is published. */
function rowsToRead(rows: readonly Row[], { draftAndPublish }: ModelMetadata): Row[] {
  if (!draftAndPublish) return [...rows];
  const published = new Set(rows.filter(({ published_at }) => published_at !== null).map(versionOf));
  return rows.filter((row) => row.published_at !== null || !published.has(versionOf(row)));
}

const versionOf = ({ document_id, locale }: Row): string => `${document_id} ${locale ?? ''}`;

function documentOf(
  documents: Map<string, ExistingDocument>,
  { document_id }: Row,
  rows: readonly Row[],
  { draftAndPublish }: ModelMetadata,
): ExistingDocument {
  const known = documents.get(document_id);
  if (known) return known;
  const own = rows.filter((row) => row.document_id === document_id);
  const published = own.filter(({ published_at }) => published_at !== null && published_at !== undefined);
  const document: ExistingDocument = {
    documentId: document_id,
    shared: {},
    localized: {},
    relations: {},
    isPublished: !draftAndPublish || published.length > 0,
    hasPendingChanges: draftAndPublish && published.some((row) => hasYoungerDraft(row, own)),
  };
  documents.set(document_id, document);
  return document;
}

/** The panel tells an unpublished change by the draft being younger than what is published. */
const hasYoungerDraft = (published: Row, own: readonly Row[]): boolean =>
  own.some(
    (row) =>
      row.published_at === null &&
      row.locale === published.locale &&
      (toMilliseconds(row.updated_at) ?? 0) > (toMilliseconds(published.updated_at) ?? 0),
  );

interface Reading {
  readonly db: Knex;
  readonly documents: Map<string, ExistingDocument>;
  /** Rows that are read, by id. */
  readonly owners: ReadonlyMap<number, Row>;
}

const AT_ONCE = 500;

async function inParts<T>(
  ids: readonly number[],
  load: (part: readonly number[]) => PromiseLike<T[]>,
): Promise<T[]> {
  const found: T[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    found.push(...(await load(ids.slice(start, start + AT_ONCE))));
  }
  return found;
}

async function readComponents(
  { strapi, db, documents, owners }: Reading & { readonly strapi: Core.Strapi },
  { name, schema, joinTable }: { name: string; schema: ModelAttribute; joinTable: JoinTable },
): Promise<void> {
  const model = modelOf(strapi, schema.component ?? '') as Model;
  const component: TableMetadata = metadataLookup(strapi)(schema.component ?? '');
  const parts = Object.entries(model.attributes).filter(
    ([part]) => component.attributes[part]?.columnName !== undefined,
  );
  const links = await inParts([...owners.keys()], (ids) => {
    const query = db(`${joinTable.name} as link`)
      .join(`${component.tableName} as item`, 'item.id', `link.${joinTable.inverseJoinColumn.name}`)
      .whereIn(`link.${joinTable.joinColumn.name}`, [...ids])
      .select({ owner: `link.${joinTable.joinColumn.name}` })
      .select(parts.map(([part]) => `item.${columnOf(component, part)}`));
    for (const [column, value] of Object.entries(joinTable.on ?? {}))
      void query.where(`link.${column}`, value as string);
    if (joinTable.orderColumnName) void query.orderBy(`link.${joinTable.orderColumnName}`);
    return query as unknown as PromiseLike<{ owner: number; [column: string]: unknown }[]>;
  });
  const items = new Map<number, Record<string, AttributeValue>[]>();
  for (const link of links) {
    const item = Object.fromEntries(
      parts.map(([part, { type }]) => [part, storedValue(link[columnOf(component, part)], type)]),
    );
    const list = items.get(link.owner);
    if (list) list.push(item);
    else items.set(link.owner, [item]);
  }
  // All languages have the same components, or their own where the attribute is localized; the first row's are taken.
  for (const [id, row] of owners) {
    const document = documents.get(row.document_id);
    if (!document || document.shared[name] !== undefined) continue;
    const list = items.get(id) ?? [];
    document.shared[name] = schema.repeatable ? list : (list[0] ?? null);
  }
}

async function readRelation(
  { db, documents, owners }: Reading,
  name: string,
  { name: table, joinColumn, inverseJoinColumn, orderColumnName }: JoinTable,
  targetTable: string,
): Promise<void> {
  const links = await inParts([...owners.keys()], (ids) => {
    const query = db(`${table} as link`)
      .join(`${targetTable} as target`, 'target.id', `link.${inverseJoinColumn.name}`)
      .whereIn(`link.${joinColumn.name}`, [...ids])
      .select({ owner: `link.${joinColumn.name}`, documentId: 'target.document_id' });
    if (orderColumnName) void query.orderBy(`link.${orderColumnName}`);
    return query as unknown as PromiseLike<{ owner: number; documentId: string }[]>;
  });
  const lists = new Map<string, Set<string>>();
  for (const { owner, documentId } of links) {
    const of = owners.get(owner)?.document_id ?? '';
    const list = lists.get(of) ?? new Set<string>();
    lists.set(of, list.add(documentId));
  }
  // A language may lack links to documents that are not there in it: the whole list is that of all languages.
  for (const document of documents.values())
    document.relations[name] = [...(lists.get(document.documentId) ?? [])];
}
