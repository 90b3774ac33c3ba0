import type { Snapshot } from './connection';
import { completeRows, mergeKeys, type DocumentKey } from './documents';
import { columnOf } from './metadata';
import type { DocumentRead } from './plan';
import { at, name, type Sql } from './sql';

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

function selectKeys({ model }: DocumentRead): string {
  const locale = model.attributes.locale ? at('e', columnOf(model, 'locale')) : 'NULL';
  return (
    `SELECT ${at('e', columnOf(model, 'documentId'))}, ${locale}, ${at('e', columnOf(model, 'id'))} ` +
    `FROM ${name(model.tableName)} e`
  );
}

/** How many documents the filter leaves, in this snapshot. */
export async function countDocuments(snapshot: Snapshot, read: DocumentRead, filter: Sql): Promise<number> {
  const visible = publicRows(read, 'e');
  const documentId = at('e', columnOf(read.model, 'documentId'));
  const [row] = await snapshot.query(
    `SELECT COUNT(DISTINCT ${documentId}) FROM ${name(read.model.tableName)} e ` +
      `WHERE ${visible.text} AND ${filter.text}`,
    [...visible.values, ...filter.values],
  );
  return Number(row?.[0] ?? 0);
}

/**
 * Documents in the order of their ids, some at a time. Keyset paging: each query continues behind the last
 * complete document of the one before, so that none is lost, repeated or skipped. Strapi's index on document
 * id, language and publication answers it without touching the table.
 * @param count documents at a time
 */
export async function* readKeys(
  snapshot: Snapshot,
  read: DocumentRead,
  filter: Sql,
  count: number,
): AsyncGenerator<DocumentKey[]> {
  const visible = publicRows(read, 'e');
  const documentId = at('e', columnOf(read.model, 'documentId'));
  const order = read.languages ? `${documentId}, ${at('e', columnOf(read.model, 'locale'))}` : documentId;
  const limit = count * (read.languages?.length ?? 1) + 1;
  const text =
    `${selectKeys(read)} WHERE ${documentId} > ? AND ${visible.text} AND ${filter.text} ` +
    `ORDER BY ${order} LIMIT ${limit}`;

  for (let after = ''; ;) {
    const rows = await snapshot.query(text, [after, ...visible.values, ...filter.values]);
    const isFull = rows.length === limit;
    const keys = mergeKeys(completeRows(rows, isFull), read.languages);
    if (keys.length > 0) yield keys;
    if (!isFull) return;
    after = keys.at(-1)?.documentId ?? after;
  }
}

/** Published rows of given documents. */
export async function readKeysOf(
  snapshot: Snapshot,
  read: DocumentRead,
  documentIds: readonly string[],
): Promise<DocumentKey[]> {
  const visible = publicRows(read, 'e');
  const documentId = at('e', columnOf(read.model, 'documentId'));
  const rows = await snapshot.query(
    `${selectKeys(read)} WHERE ${snapshot.dialect.among(documentId, 'text')} AND ${visible.text} ` +
      `ORDER BY ${documentId}`,
    [documentIds, ...visible.values],
  );
  return mergeKeys(rows, read.languages);
}
