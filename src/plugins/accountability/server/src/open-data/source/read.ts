import type { DatabaseRow, Snapshot } from './connection';
import { completeRows, mergeDocuments, type SourceDocument } from './documents';
import { columnOf, type JoinTable } from './metadata';
import type { ComponentRead, DocumentRead, RelationRead } from './plan';
import { name, type Sql } from './sql';

/** `alias.column`, quoted. */
export const at = (alias: string, column: string): string => `${alias}.${name(column)}`;

/** Condition that leaves only rows the public may see, in a language of the site. */
export function publicRows(read: DocumentRead, alias: string): Sql {
  const conditions = [`${at(alias, columnOf(read.model, 'documentId'))} IS NOT NULL`];
  if (read.model.draftAndPublish) {
    conditions.push(`${at(alias, columnOf(read.model, 'publishedAt'))} IS NOT NULL`);
  }
  if (!read.languages) return { text: conditions.join(' AND '), values: [] };
  const marks = read.languages.map(() => '?').join(', ');
  conditions.push(`${at(alias, columnOf(read.model, 'locale'))} IN (${marks})`);
  return { text: conditions.join(' AND '), values: read.languages };
}

function selectDocuments(read: DocumentRead): string {
  const { model, list } = read;
  const locale = model.attributes.locale ? at('e', columnOf(model, 'locale')) : 'NULL';
  const columns = [
    at('e', columnOf(model, 'documentId')),
    locale,
    at('e', columnOf(model, 'id')),
    ...list.columns.map((column) => at('e', column)),
  ];
  return `SELECT ${columns.join(', ')} FROM ${name(model.tableName)} e`;
}

/** How many documents the filter leaves, in this snapshot. */
export async function countDocuments(snapshot: Snapshot, read: DocumentRead, filter: Sql): Promise<number> {
  const visible = publicRows(read, 'e');
  const documentId = at('e', columnOf(read.model, 'documentId'));
  const [row] = await snapshot.query(
    `SELECT COUNT(DISTINCT ${documentId}) FROM ${name(read.model.tableName)} e WHERE ${visible.text} AND ${filter.text}`,
    [...visible.values, ...filter.values],
  );
  return Number(row?.[0] ?? 0);
}

/**
 * Documents in the order of their ids, in batches. Keyset paging: each batch continues behind the last
 * complete document of the one before, so that none is lost, repeated or skipped over.
 * @param rowLimit rows a batch takes at most; a document has one per language
 */
export async function* readDocuments(
  snapshot: Snapshot,
  read: DocumentRead,
  filter: Sql,
  rowLimit: number,
): AsyncGenerator<SourceDocument[]> {
  const visible = publicRows(read, 'e');
  const documentId = at('e', columnOf(read.model, 'documentId'));
  const order = read.languages ? `${documentId}, ${at('e', columnOf(read.model, 'locale'))}` : documentId;
  const text =
    `${selectDocuments(read)} WHERE ${documentId} > ? AND ${visible.text} AND ${filter.text} ` +
    `ORDER BY ${order} LIMIT ${rowLimit}`;

  let after = '';
  for (;;) {
    const rows = await snapshot.query(text, [after, ...visible.values, ...filter.values]);
    const isFull = rows.length === rowLimit;
    const documents = mergeDocuments(completeRows(rows, isFull), read.languages);
    if (documents.length > 0) yield documents;
    if (!isFull) return;
    after = documents.at(-1)?.documentId ?? after;
  }
}

/** Published rows of given documents, merged per document. */
export async function readByIds(
  snapshot: Snapshot,
  read: DocumentRead,
  documentIds: readonly string[],
): Promise<SourceDocument[]> {
  const visible = publicRows(read, 'e');
  const documentId = at('e', columnOf(read.model, 'documentId'));
  const among = snapshot.dialect.among(documentId, 'text');
  const rows = await snapshot.query(
    `${selectDocuments(read)} WHERE ${among} AND ${visible.text} ORDER BY ${documentId}`,
    [documentIds, ...visible.values],
  );
  return mergeDocuments(rows, read.languages);
}

/** Conditions and order every join table has in common. */
export function joinConditions(joinTable: JoinTable, alias: string): Sql {
  const entries = Object.entries(joinTable.on ?? {});
  return {
    text: entries.map(([column]) => ` AND ${at(alias, column)} = ?`).join(''),
    values: entries.map(([, value]) => String(value)),
  };
}

const orderOf = (joinTable: JoinTable): string =>
  joinTable.orderColumnName ? `, ${at('j', joinTable.orderColumnName)}` : '';

/** Items of a component per source row; an item's row begins with the id of the row it belongs to. */
export async function readComponents(
  snapshot: Snapshot,
  read: ComponentRead,
  rowIds: readonly number[],
): Promise<Map<number, DatabaseRow[]>> {
  const { joinTable, list } = read;
  const source = at('j', joinTable.joinColumn.name);
  const on = joinConditions(joinTable, 'j');
  const rows = await snapshot.query(
    `SELECT ${[source, ...list.columns.map((column) => at('c', column))].join(', ')} ` +
      `FROM ${name(joinTable.name)} j JOIN ${name(list.model.tableName)} c ` +
      `ON ${at('c', 'id')} = ${at('j', joinTable.inverseJoinColumn.name)} ` +
      `WHERE ${snapshot.dialect.among(source, 'number')}${on.text} ORDER BY ${source}${orderOf(joinTable)}`,
    [rowIds, ...on.values],
  );
  return grouped(rows, (row) => row);
}

/** Row ids of the related rows per source row, in the relation's order. */
export async function readTargets(
  snapshot: Snapshot,
  { joinTable }: RelationRead,
  rowIds: readonly number[],
): Promise<Map<number, number[]>> {
  const source = at('j', joinTable.joinColumn.name);
  const on = joinConditions(joinTable, 'j');
  const rows = await snapshot.query(
    `SELECT ${source}, ${at('j', joinTable.inverseJoinColumn.name)} FROM ${name(joinTable.name)} j ` +
      `WHERE ${snapshot.dialect.among(source, 'number')}${on.text} ORDER BY ${source}${orderOf(joinTable)}`,
    [rowIds, ...on.values],
  );
  return grouped(rows, (row) => Number(row[1]));
}

/** Document ids of rows, published or not. */
export async function readDocumentIds(
  snapshot: Snapshot,
  { model }: DocumentRead,
  rowIds: readonly number[],
): Promise<Map<number, string>> {
  const id = at('t', columnOf(model, 'id'));
  const rows = await snapshot.query(
    `SELECT ${id}, ${at('t', columnOf(model, 'documentId'))} FROM ${name(model.tableName)} t ` +
      `WHERE ${snapshot.dialect.among(id, 'number')}`,
    [rowIds],
  );
  return new Map(rows.map(([rowId, documentId]) => [Number(rowId), documentId as string]));
}

function grouped<T>(rows: readonly DatabaseRow[], itemOf: (row: DatabaseRow) => T): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const source = Number(row[0]);
    const group = groups.get(source);
    if (group) group.push(itemOf(row));
    else groups.set(source, [itemOf(row)]);
  }
  return groups;
}
