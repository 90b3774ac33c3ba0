import type { Snapshot } from './connection';
import type { DocumentKey } from './document-key';
import { columnOf, type ModelMetadata } from './metadata';
import { at, join, literal, name, type Sql } from './sql';

/** The rows of a content type an export may read. */
export interface DocumentRows {
  readonly model: ModelMetadata;
  /** The site's languages, the preferred one first; null for a type without. */
  readonly languages: readonly string[] | null;
}

/** Condition for public rows in a language of the site. */
export function publicRows({ model, languages }: DocumentRows, alias: string): Sql {
  const conditions = [`${at(alias, columnOf(model, 'documentId'))} IS NOT NULL`];
  if (model.draftAndPublish) conditions.push(`${at(alias, columnOf(model, 'publishedAt'))} IS NOT NULL`);
  if (!languages) return { text: conditions.join(' AND '), values: [] };
  const marks = languages.map(() => '?').join(', ');
  conditions.push(`${at(alias, columnOf(model, 'locale'))} IN (${marks})`);
  return { text: conditions.join(' AND '), values: languages };
}

/** The row of a group in each language; only numbers follow it. */
function rowIdsByLanguage({ model, languages }: DocumentRows, alias: string): string[] {
  const id = at(alias, columnOf(model, 'id'));
  if (!languages) return [`MAX(${id})`];
  const locale = at(alias, columnOf(model, 'locale'));
  return languages.map((language) => `MAX(CASE WHEN ${locale} = ${literal(language)} THEN ${id} END)`);
}

function keyOf(documentId: unknown, ids: readonly unknown[]): DocumentKey {
  const rowIds = ids.map((id) => (id === null ? null : Number(id)));
  return { documentId: documentId as string, rowIds, rowId: rowIds.find((id) => id !== null) as number };
}

/**
 * Documents in the order of their ids, in pages. Keyset pagination: each query starts after the last document of
 * the one before, so that none is lost, repeated or skipped. Strapi's index on document id, locale and publication
 * answers it without reading the table.
 * @param limits page size: of the first page, and of each one after it
 */
export async function* readKeys(
  snapshot: Snapshot,
  rows: DocumentRows,
  filter: Sql,
  [first, later]: readonly [first: number, later: number],
): AsyncGenerator<DocumentKey[]> {
  const visible = publicRows(rows, 'e');
  const documentId = at('e', columnOf(rows.model, 'documentId'));
  const text =
    `SELECT ${[documentId, ...rowIdsByLanguage(rows, 'e')].join(', ')} FROM ${name(rows.model.tableName)} e ` +
    `WHERE ${documentId} > ? AND ${visible.text} AND ${filter.text} ` +
    `GROUP BY ${documentId} ORDER BY ${documentId} LIMIT ?`;

  for (let after = '', limit = first; ; limit = later) {
    const found = await snapshot.query(text, [after, ...visible.values, ...filter.values, limit]);
    const keys = found.map(([id, ...ids]) => keyOf(id, ids));
    if (keys.length > 0) yield keys;
    if (keys.length < limit) return;
    after = keys.at(-1)?.documentId ?? after;
  }
}

/**
 * The documents of given rows. A link may refer to a row of another language than requested, so the row gives the
 * document, and the document its published rows.
 * @returns by the given id; no entry where nothing of the document is published
 */
export async function readKeysOfRows(
  snapshot: Snapshot,
  { model, languages }: DocumentRows,
  rowIds: readonly number[],
): Promise<Map<number, DocumentKey>> {
  const [id, documentId] = [at('t', columnOf(model, 'id')), at('t', columnOf(model, 'documentId'))];
  // One index lookup per language: grouping a join of the same rows costs several times as much.
  const ofLanguage = (languages ?? [null]).map((language) => {
    const visible = publicRows({ model, languages: language === null ? null : [language] }, 'e');
    return {
      text:
        `(SELECT MAX(${at('e', columnOf(model, 'id'))}) FROM ${name(model.tableName)} e ` +
        `WHERE ${at('e', columnOf(model, 'documentId'))} = ${documentId} AND ${visible.text})`,
      values: visible.values,
    };
  });
  const select = join([{ text: id, values: [] }, { text: documentId, values: [] }, ...ofLanguage], ', ');
  const found = await snapshot.query(
    `SELECT ${select.text} FROM ${name(model.tableName)} t WHERE ${snapshot.dialect.among(id, 'number')}`,
    [...select.values, rowIds],
  );
  return new Map(
    found
      .filter(([, , ...ids]) => ids.some((published) => published !== null))
      .map(([rowId, document, ...ids]) => [Number(rowId), keyOf(document, ids)]),
  );
}
