import type { DatabaseRow, Snapshot } from './connection';
import { withContent, type DocumentKey, type SourceDocument } from './documents';
import { Groups } from './groups';
import { columnOf, type JoinTable } from './metadata';
import type { ComponentRead, DocumentRead, RelationRead } from './plan';
import { at, name, type Sql } from './sql';

/** Documents with their content, from each language's row only what the plan asks of it. */
export async function readDocuments(
  snapshot: Snapshot,
  read: DocumentRead,
  keys: readonly DocumentKey[],
): Promise<SourceDocument[]> {
  const rows = new Map<number, DatabaseRow>();
  for (const language of (read.languages ?? [null]).keys()) {
    const [primary, others]: [number[], number[]] = [[], []];
    for (const { rowId, rowIds } of keys) {
      const id = rowIds[language];
      if (id !== undefined) (id === rowId ? primary : others).push(id);
    }
    await readContent(snapshot, read, read.list.columnsOf(language, true), primary, rows);
    await readContent(snapshot, read, read.list.columnsOf(language, false), others, rows);
  }
  return withContent(keys, rows);
}

/** Reads columns of rows by their ids; a column that is null keeps its place and is not read. */
async function readContent(
  snapshot: Snapshot,
  { model }: DocumentRead,
  columns: readonly (string | null)[],
  rowIds: readonly number[],
  into: Map<number, DatabaseRow>,
): Promise<void> {
  if (rowIds.length === 0 || columns.every((column) => column === null)) return;
  const id = at('e', columnOf(model, 'id'));
  const selected = columns.map((column) => (column === null ? 'NULL' : at('e', column)));
  const rows = await snapshot.query(
    `SELECT ${[id, ...selected].join(', ')} ` +
      `FROM ${name(model.tableName)} e WHERE ${snapshot.dialect.among(id, 'number')}`,
    [rowIds],
  );
  for (const row of rows) into.set(Number(row[0]), row);
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
  const { dialect } = snapshot;
  const links =
    `SELECT ${source} AS source, ${at('j', joinTable.inverseJoinColumn.name)} AS target ` +
    `FROM ${name(joinTable.name)} j ` +
    `WHERE ${dialect.among(source, 'number')}${on.text} ${orderOf(joinTable, true)}`;
  const [row] = await snapshot.query(
    `SELECT ${dialect.list('l.source')}, ${dialect.list('l.target')} FROM (${links}) l`,
    [rowIds, ...on.values],
  );
  return { groups: new Groups(numbersOf(row?.[0])), targets: Int32Array.from(numbersOf(row?.[1])) };
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

/** A list as `Dialect.list` gives it; PostgreSQL's of no rows is null. */
const numbersOf = (list: unknown): number[] => (list ? (JSON.parse(list as string) as number[]) : []);

const orderOf = ({ joinColumn, orderColumnName }: JoinTable, isList: boolean): string => {
  const order = isList && orderColumnName ? `, ${at('j', orderColumnName)}` : '';
  return `ORDER BY ${at('j', joinColumn.name)}${order}`;
};
