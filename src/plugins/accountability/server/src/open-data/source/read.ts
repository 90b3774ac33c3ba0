import type { DatabaseRow, Snapshot } from './connection';
import { withContent, type DocumentKey, type SourceDocument } from './documents';
import { Groups } from './groups';
import { columnOf, type JoinTable } from './metadata';
import type { ComponentRead, DocumentRead, RelationRead } from './plan';
import { at, name, type Sql } from './sql';

/** Documents with their content in every language. */
export async function readDocuments(
  snapshot: Snapshot,
  { model, list }: DocumentRead,
  keys: readonly DocumentKey[],
): Promise<SourceDocument[]> {
  if (list.columns.length === 0) return withContent(keys, new Map());
  const id = at('e', columnOf(model, 'id'));
  const rows = await snapshot.query(
    `SELECT ${[id, ...list.columns.map((column) => at('e', column))].join(', ')} ` +
      `FROM ${name(model.tableName)} e WHERE ${snapshot.dialect.among(id, 'number')}`,
    [keys.flatMap(({ rowIds }) => rowIds.filter((rowId) => rowId !== undefined))],
  );
  return withContent(keys, new Map(rows.map((row) => [Number(row[0]), row])));
}

/** Conditions every link in a join table has to meet. */
export function joinConditions(joinTable: JoinTable, alias: string): Sql {
  const entries = Object.entries(joinTable.on ?? {});
  return {
    text: entries.map(([column]) => ` AND ${at(alias, column)} = ?`).join(''),
    values: entries.map(([, value]) => String(value)),
  };
}

/** Items of a component. */
export interface ComponentItems {
  readonly groups: Groups;
  /** An item's row begins with the id of the row it belongs to. */
  readonly items: readonly DatabaseRow[];
}

/** Items of a component of the given rows. */
export async function readComponents(
  snapshot: Snapshot,
  { joinTable, list, repeatable }: ComponentRead,
  rowIds: readonly number[],
): Promise<ComponentItems> {
  const source = at('j', joinTable.joinColumn.name);
  const on = joinConditions(joinTable, 'j');
  const text =
    `SELECT ${[source, ...list.columns.map((column) => at('c', column))].join(', ')} ` +
    `FROM ${name(joinTable.name)} j JOIN ${name(list.model.tableName)} c ` +
    `ON ${at('c', 'id')} = ${at('j', joinTable.inverseJoinColumn.name)} ` +
    // One item needs no further order, and without it an index answers for the whole join table.
    `WHERE ${snapshot.dialect.among(source, 'number')}${on.text} ${orderOf(joinTable, repeatable)}`;
  const items = await snapshot.query(text, [rowIds, ...on.values]);
  return { items, groups: new Groups(items.map((item) => Number(item[0]))) };
}

/** Links of a relation. */
export interface Links {
  readonly groups: Groups;
  /** Numeric ids of the rows linked, in the relation's order. */
  readonly targets: Int32Array;
}

/** Links of the given rows. */
export async function readLinks(
  snapshot: Snapshot,
  { joinTable }: RelationRead,
  rowIds: readonly number[],
): Promise<Links> {
  const source = at('j', joinTable.joinColumn.name);
  const on = joinConditions(joinTable, 'j');
  const text =
    `SELECT ${source}, ${at('j', joinTable.inverseJoinColumn.name)} FROM ${name(joinTable.name)} j ` +
    `WHERE ${snapshot.dialect.among(source, 'number')}${on.text} ${orderOf(joinTable, true)}`;
  const rows = await snapshot.query(text, [rowIds, ...on.values]);
  return {
    groups: new Groups(rows.map((row) => Number(row[0]))),
    targets: Int32Array.from(rows, (row) => Number(row[1])),
  };
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

const orderOf = ({ joinColumn, orderColumnName }: JoinTable, isList: boolean): string => {
  const order = isList && orderColumnName ? `, ${at('j', orderColumnName)}` : '';
  return `ORDER BY ${at('j', joinColumn.name)}${order}`;
};
