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
  /** By relation the order in each language, which has the links to documents that are there in it. */
  readonly orders: Record<string, readonly (readonly string[])[]>;
  readonly isPublished: boolean;
  /** An editor has changed the draft and not published it. */
  readonly hasPendingChanges: boolean;
}

interface Row {
  readonly id: number;
  readonly document_id: string;
  readonly locale: string | null;
  readonly published_at?: unknown;
  readonly [column: string]: unknown;
}

/** A draft whose time of change is not that of what is published, or of which nothing is. */
interface Draft {
  readonly id: number;
  readonly documentId: string;
  readonly liveId: number | null;
  readonly changedAt: unknown;
  readonly liveAt: unknown;
}

/** While it is read. */
type Read = { -readonly [Name in keyof ExistingDocument]: ExistingDocument[Name] };

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

const SYSTEM_COLUMNS = ['id', 'document_id', 'locale'];

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
  const documents = new Map<string, Read>();
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

  const columns = new Map(scalars.map(({ name }) => [name, columnOf(metadata, name)]));
  const { read, pending } = await readVersions(db, metadata, [...columns.values()], documentIds);
  const owners = new Map<number, Row>(read.map((row) => [row.id, row]));
  for (const row of read) {
    const document = documentOf(documents, row, metadata, pending);
    const version = row.locale === null ? document.shared : (document.localized[row.locale] ??= {});
    for (const { name, schema } of scalars) {
      const value = storedValue(row[columns.get(name) as string], schema.type);
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

interface ReadVersions {
  /** The published row of each language of each document, or its draft where it is not published. */
  readonly read: readonly Row[];
  /** DocumentIds of those with a draft that is younger than what is published. */
  readonly pending: ReadonlySet<string>;
}

/** Texts are read of one half of a document only; of drafts no more than those that say something else. */
async function readVersions(
  db: Knex,
  { tableName, draftAndPublish }: ModelMetadata,
  columns: readonly string[],
  documentIds: readonly string[],
): Promise<ReadVersions> {
  const rows = () =>
    db(tableName)
      .select([...new Set([...SYSTEM_COLUMNS, ...columns])])
      .orderBy('id');
  const inImport = rows().whereIn('document_id', [...documentIds]);
  if (!draftAndPublish) return { read: (await inImport) as Row[], pending: new Set() };
  const read = (await inImport.select('published_at').whereNotNull('published_at')) as Row[];
  const drafts = (await db(`${tableName} as draft`)
    .leftJoin(`${tableName} as live`, (join) => {
      void join
        .on('live.document_id', 'draft.document_id')
        .onNotNull('live.published_at')
        .on((locale) => {
          void locale
            .on('live.locale', 'draft.locale')
            .orOn((none) => void none.onNull('live.locale').onNull('draft.locale'));
        });
    })
    .whereIn('draft.document_id', [...documentIds])
    .whereNull('draft.published_at')
    .where((other) => {
      void other.whereNull('live.updated_at').orWhereRaw('?? <> ??', ['live.updated_at', 'draft.updated_at']);
    })
    .select({
      id: 'draft.id',
      documentId: 'draft.document_id',
      liveId: 'live.id',
      changedAt: 'draft.updated_at',
      liveAt: 'live.updated_at',
    })) as Draft[];
  // The panel recognises an unpublished change by the draft being younger than what is published.
  const isYounger = ({ changedAt, liveAt }: Draft): boolean =>
    (toMilliseconds(changedAt) ?? 0) > (toMilliseconds(liveAt) ?? 0);
  const pending = drafts.filter((draft) => draft.liveId !== null && isYounger(draft));
  const alone = drafts.filter(({ liveId }) => liveId === null).map(({ id }) => id);
  const unpublished = await inParts(
    alone,
    (ids) =>
      rows()
        .select('published_at')
        .whereIn('id', [...ids]) as unknown as PromiseLike<Row[]>,
  );
  return {
    read: alone.length === 0 ? read : [...read, ...unpublished].sort((one, other) => one.id - other.id),
    pending: new Set(pending.map(({ documentId }) => documentId)),
  };
}

function documentOf(
  documents: Map<string, Read>,
  { document_id, published_at }: Row,
  { draftAndPublish }: ModelMetadata,
  pending: ReadonlySet<string>,
): Read {
  const isPublished = !draftAndPublish || (published_at !== null && published_at !== undefined);
  const known = documents.get(document_id);
  if (known) {
    known.isPublished ||= isPublished;
    return known;
  }
  const document: Read = {
    documentId: document_id,
    shared: {},
    localized: {},
    relations: {},
    orders: {},
    isPublished,
    hasPendingChanges: pending.has(document_id),
  };
  documents.set(document_id, document);
  return document;
}

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
  const conditions = Object.entries(joinTable.on ?? {});
  const links = await inParts([...owners.keys()], (ids) => {
    const query = db(`${joinTable.name} as link`)
      .join(`${component.tableName} as item`, 'item.id', `link.${joinTable.inverseJoinColumn.name}`)
      .whereIn(`link.${joinTable.joinColumn.name}`, [...ids])
      .select({ owner: `link.${joinTable.joinColumn.name}` })
      .select(conditions.map(([column], index) => ({ [`condition${index}`]: `link.${column}` })))
      .select(parts.map(([part]) => `item.${columnOf(component, part)}`));
    if (joinTable.orderColumnName) void query.orderBy(`link.${joinTable.orderColumnName}`);
    return query as unknown as PromiseLike<{ owner: number; [column: string]: unknown }[]>;
  });
  const items = new Map<number, Record<string, AttributeValue>[]>();
  for (const link of links) {
    // Were it a condition of the query, SQLite would look through the components of all documents.
    if (conditions.some(([, value], index) => link[`condition${index}`] !== value)) continue;
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
  const orders = new Map<number, string[]>();
  for (const { owner, documentId } of links) {
    const order = orders.get(owner);
    if (order) order.push(documentId);
    else orders.set(owner, [documentId]);
    const of = owners.get(owner)?.document_id ?? '';
    const list = lists.get(of) ?? new Set<string>();
    lists.set(of, list.add(documentId));
  }
  // A language may lack links to documents that are not there in it: the whole list is that of all languages.
  for (const document of documents.values()) {
    document.relations[name] = [...(lists.get(document.documentId) ?? [])];
    document.orders[name] = [];
  }
  for (const [owner, order] of orders) {
    const document = documents.get(owners.get(owner)?.document_id ?? '');
    if (document) document.orders[name] = [...(document.orders[name] ?? []), order];
  }
}
