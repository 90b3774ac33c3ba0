import type { DatabaseRow } from './connection';

/** Rows that say which documents there are: document id, language, numeric id. */
const DOCUMENT_ID = 0;
const LOCALE = 1;
const ROW_ID = 2;

/** Every content row begins with its numeric id; the columns a dataset asks for follow. */
export const FIRST_COLUMN = 1;

/** The published rows of one document, by their numeric ids, which are valid inside one snapshot only. */
export interface DocumentKey {
  readonly documentId: string;
  /** Row of the first language that has one: it speaks for what is the same in every language. */
  readonly rowId: number;
  /** In the order of the languages; undefined where there is no translation. */
  readonly rowIds: readonly (number | undefined)[];
}

/** A document with its content. */
export interface SourceDocument extends DocumentKey {
  readonly primary: DatabaseRow;
  readonly byLanguage: readonly (DatabaseRow | undefined)[];
}

/**
 * Merges neighbouring key rows of one document into one key. Pure.
 * @param rows document id, language and numeric id, ordered by document id
 * @param languages the site's languages, the first one first choice; null for a type without languages
 */
export function mergeKeys(rows: readonly DatabaseRow[], languages: readonly string[] | null): DocumentKey[] {
  const keys: DocumentKey[] = [];
  let start = 0;
  while (start < rows.length) {
    const documentId = rows[start]?.[DOCUMENT_ID] as string;
    let end = start + 1;
    while (end < rows.length && rows[end]?.[DOCUMENT_ID] === documentId) end += 1;
    const rowIds = new Array<number | undefined>(languages?.length ?? 1).fill(undefined);
    for (let index = start; index < end; index += 1) {
      const language = languages ? languages.indexOf(rows[index]?.[LOCALE] as string) : 0;
      if (language >= 0) rowIds[language] ??= Number(rows[index]?.[ROW_ID]);
    }
    const rowId = rowIds.find((id) => id !== undefined);
    if (rowId !== undefined) keys.push({ documentId, rowId, rowIds });
    start = end;
  }
  return keys;
}

/**
 * Drops the last document of a full batch, whose other languages may stand in the next one. Pure.
 * @param isFull the batch reached its limit, so that more rows may follow
 * @throws Error when one document fills the whole batch: the limit is then too small to go on
 */
export function completeRows(rows: readonly DatabaseRow[], isFull: boolean): readonly DatabaseRow[] {
  if (!isFull) return rows;
  const last = rows.at(-1)?.[DOCUMENT_ID];
  let end = rows.length;
  while (end > 0 && rows[end - 1]?.[DOCUMENT_ID] === last) end -= 1;
  if (end === 0) throw new Error(`Document "${String(last)}" has more rows than one batch takes`);
  return rows.slice(0, end);
}

const NO_CONTENT: DatabaseRow = [];

/** Puts content rows to their documents. Pure. */
export const withContent = (
  keys: readonly DocumentKey[],
  rows: ReadonlyMap<number, DatabaseRow>,
): SourceDocument[] =>
  keys.map(({ documentId, rowId, rowIds }) => ({
    documentId,
    rowId,
    rowIds,
    primary: rows.get(rowId) ?? NO_CONTENT,
    byLanguage: rowIds.map((id) => (id === undefined ? undefined : rows.get(id))),
  }));
