import type { Core } from '@strapi/strapi';
import { isPublicRow } from '../../change-log/public-rows';
import { publicTypes } from '../../change-log/public-types';
import { workflowConfig, workflowsOf } from '../../workflow/registry';
import type { AttributeValues, ImportDocument } from '../plan/import-document';
import type { Batch } from './batch';
import { addComponents, newValue } from './component-rows';
import { contentModel, type ContentModel, type LinkTable } from './content-model';
import { halvesOf, type DocumentRow } from './document-rows';
import { hiddenLocale } from './hidden-locale';
import { insertAll } from './insert-all';
import { addLinks, InverseOrders } from './link-rows';
import { count, countComponents, reserveRows, type NextId, type RowCounts } from './row-ids';
import { addHistory, addStates, lastStates } from './state-rows';
import { RowCollector, type ColumnValue } from './table-rows';
import { WrittenRows } from './written-rows';

/** Links to documents that others may be changing: they are looked up and written in the last step. */
export interface LaterLinks {
  readonly contentType: string;
  readonly link: LinkTable;
  readonly rows: readonly DocumentRow[];
  readonly targets: readonly string[];
  /** Whether the public can see the document. */
  readonly isPublic: boolean;
}

export interface Written {
  readonly rows: WrittenRows;
  readonly links: LaterLinks[];
  /** New documents that the public will see, in order. */
  readonly shown: { readonly subjectType: string; readonly subjectId: string }[];
  readonly orders: InverseOrders;
}

export const nothingWritten = (): Written => ({
  rows: new WrittenRows(),
  links: [],
  shown: [],
  orders: new InverseOrders(),
});

/** For a last step that may run twice: links and what is shown are added to the copy alone. */
export const copyOf = ({ rows, links, shown, orders }: Written): Written => ({
  rows,
  links: [...links],
  shown: [...shown],
  orders: orders.copy(),
});

export interface WritingSettings {
  /** Row of the administrator who is named as author, if one is. */
  readonly editorId: number | null;
  readonly defaultLocale: string;
  /** Whether rows have to be hidden until the commit. */
  readonly isHidden: boolean;
}

/** Languages of a new document; one without languages has a row of its own. */
const localesOf = (model: ContentModel, { localized }: ImportDocument): readonly (string | null)[] =>
  model.isLocalized ? Object.keys(localized) : [null];

/** Writes new documents: rows, components, links, states and history. */
export async function writeNewDocuments(
  strapi: Core.Strapi,
  batch: Batch,
  documents: readonly ImportDocument[],
  settings: WritingSettings,
  written: Written,
): Promise<void> {
  const versions = documents.map((document) => versionsOf(strapi, document));
  const nextId = await reserveRows(batch, countRows(strapi, documents, versions));
  const collector = new RowCollector();
  const now = new Date();
  for (const [index, document] of documents.entries()) {
    addDocument(
      { strapi, collector, nextId, settings, written, now },
      document,
      versions[index] as Version[],
    );
  }
  await insertAll(batch, collector);
}

/** What the rows of a document hold in a language. */
interface Version {
  readonly locale: string | null;
  readonly values: AttributeValues;
}

function versionsOf(strapi: Core.Strapi, document: ImportDocument): Version[] {
  const { contentType, shared, localized } = document;
  const mirrors = mirrorsOf(strapi, document);
  return localesOf(contentModel(strapi, contentType), document).map((locale) => ({
    locale,
    values: { ...shared, ...localized[locale ?? ''], ...mirrors },
  }));
}

function countRows(
  strapi: Core.Strapi,
  documents: readonly ImportDocument[],
  versions: readonly (readonly Version[])[],
): RowCounts {
  const counts: RowCounts = new Map();
  for (const [index, { contentType }] of documents.entries()) {
    const model = contentModel(strapi, contentType);
    const halves = halvesOf(model.hasDrafts).length;
    const own = versions[index] as Version[];
    count(counts, model.table, halves * own.length);
    for (const { values } of own) countComponents(strapi, model, values, halves, counts);
  }
  return counts;
}

interface Writing {
  readonly strapi: Core.Strapi;
  readonly collector: RowCollector;
  readonly nextId: NextId;
  readonly settings: WritingSettings;
  readonly written: Written;
  readonly now: Date;
}

function addDocument(writing: Writing, document: ImportDocument, versions: readonly Version[]): void {
  const { strapi, collector, nextId, settings, written, now } = writing;
  const { contentType, documentId } = document;
  const model = contentModel(strapi, contentType);
  const at = document.updatedAt ?? now;
  const rows: DocumentRow[] = [];
  let isShown = false;
  for (const half of halvesOf(model.hasDrafts)) {
    for (const { locale, values } of versions) {
      const id = nextId(model.table);
      const publishedAt = half === 'draft' ? null : now;
      rows.push({ id, half, locale, updatedAt: 0 });
      collector.add(
        model.table,
        columnsOf(model),
        rowOf(model, { id, documentId, values, at, publishedAt, locale }, settings),
      );
      addComponents({ strapi, collector, nextId }, model, id, values);
      isShown ||=
        publishedAt !== null && isPublicRow(strapi, contentType, { ...values, publishedAt, locale });
    }
  }
  const isPublic = isShown && publicTypes(strapi).has(contentType);
  if (isPublic) written.shown.push({ subjectType: contentType, subjectId: documentId });
  written.rows.set(contentType, documentId, rows);
  for (const [attribute, targets] of Object.entries(document.relations)) {
    if (targets.length === 0) continue;
    addRelation(writing, model, { attribute, targets: [...new Set(targets)], rows, isPublic });
  }
  const last = addHistory(strapi, collector, document, new Map(), now);
  addStates(strapi, collector, contentType, documentId, last);
}

/** What moves own of a new document: where its states lead to, else the beginning. */
export function mirrorsOf(
  strapi: Core.Strapi,
  { contentType, states }: ImportDocument,
): Record<string, string> {
  const last = lastStates(states);
  return Object.fromEntries(
    workflowsOf(workflowConfig(strapi), contentType).flatMap(({ name, field, initial }) =>
      field === undefined ? [] : [[field, last.get(name) ?? initial]],
    ),
  );
}

const columnsByModel = new WeakMap<ContentModel, readonly string[]>();

export function columnsOf(model: ContentModel): readonly string[] {
  const known = columnsByModel.get(model);
  if (known) return known;
  const { documentId, createdAt, updatedAt, publishedAt, createdBy, updatedBy, locale } = model.columns;
  const columns = [
    model.id,
    documentId,
    ...model.scalars.map(({ column }) => column),
    createdAt,
    updatedAt,
    publishedAt,
    createdBy,
    updatedBy,
    locale,
  ];
  columnsByModel.set(model, columns);
  return columns;
}

interface NewRow {
  readonly id: number;
  readonly documentId: string;
  readonly values: AttributeValues;
  readonly at: Date;
  readonly publishedAt: Date | null;
  readonly locale: string | null;
}

function rowOf(model: ContentModel, row: NewRow, { editorId, isHidden }: WritingSettings): ColumnValue[] {
  const { id, documentId, values, at, publishedAt, locale } = row;
  return [
    id,
    documentId,
    ...model.scalars.map((scalar) => newValue(scalar, values[scalar.attribute])),
    at,
    at,
    publishedAt,
    editorId,
    editorId,
    locale !== null && isHidden ? hiddenLocale(locale) : locale,
  ];
}

interface Relation {
  readonly attribute: string;
  readonly targets: readonly string[];
  readonly rows: readonly DocumentRow[];
  readonly isPublic: boolean;
}

function addRelation(
  { collector, settings, written }: Writing,
  model: ContentModel,
  { attribute, targets, rows, isPublic }: Relation,
): void {
  const link = ownedLink(model, attribute);
  const own = targets.map((target) => written.rows.get(link.target, target));
  // An order among targets that are not all known yet is known when they are.
  if (own.every((target) => target !== undefined)) {
    addLinks(collector, written.orders, link, rows, own, settings.defaultLocale);
  } else {
    written.links.push({ contentType: model.uid, link, rows, targets, isPublic });
  }
}

/** @throws Error for what is no relation the content type owns */
export function ownedLink(model: ContentModel, attribute: string): LinkTable {
  const link = model.links.find((one) => one.attribute === attribute && one.isOwner);
  if (!link) throw new Error(`"${attribute}" of "${model.uid}" is no relation that it owns`);
  return link;
}
