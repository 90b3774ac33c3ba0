import type { DatabaseRow } from './connection';

/** Every entry row starts with these, in this order; the columns a dataset asks for follow. */
export const DOCUMENT_ID = 0;
export const LOCALE = 1;
export const ROW_ID = 2;
export const FIRST_COLUMN = 3;

/** The published rows of one document, one per language. */
export interface SourceDocument {
  readonly documentId: string;
  /** Numeric id of the row that speaks for the document, valid inside this snapshot only. */
  readonly rowId: number;
  /** Row of the first language that has one: it gives what is the same in every language. */
  readonly primary: DatabaseRow;
  /** Rows in the order of the languages; undefined where there is no translation. */
  readonly byLanguage: readonly (DatabaseRow | undefined)[];
}

/**
 * Merges neighbouring rows of one document into one. Pure.
 * @param rows ordered by document id
 * @param languages the site's languages, the first one first choice; null for a type without languages
 */
export function mergeDocuments(
  rows: readonly DatabaseRow[],
  languages: readonly string[] | null,
): SourceDocument[] {
  const documents: SourceDocument[] = [];
  let start = 0;
  while (start < rows.length) {
    const documentId = rows[start]?.[DOCUMENT_ID] as string;
    let end = start + 1;
    while (end < rows.length && rows[end]?.[DOCUMENT_ID] === documentId) end += 1;
    documents.push(mergeDocument(documentId, rows, start, end, languages));
    start = end;
  }
  return documents;
}

function mergeDocument(
  documentId: string,
  rows: readonly DatabaseRow[],
  start: number,
  end: number,
  languages: readonly string[] | null,
): SourceDocument {
  const first = rows[start] as DatabaseRow;
  if (!languages) return { documentId, rowId: Number(first[ROW_ID]), primary: first, byLanguage: [first] };

  const byLanguage = new Array<DatabaseRow | undefined>(languages.length).fill(undefined);
  for (let index = start; index < end; index += 1) {
    const row = rows[index] as DatabaseRow;
    const language = languages.indexOf(row[LOCALE] as string);
    if (language >= 0) byLanguage[language] ??= row;
  }
  const primary = byLanguage.find((row) => row !== undefined) ?? first;
  return { documentId, rowId: Number(primary[ROW_ID]), primary, byLanguage };
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
