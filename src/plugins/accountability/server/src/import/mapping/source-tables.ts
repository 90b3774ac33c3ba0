import { normalHeader } from '../../../../shared/normal-header';
import type { OpenedSource, SourceTable } from '../source/source';
import { isDocumentTable, type ImportMapping, type ImportTable } from './declaration';
import { findColumn, fitsName } from './headers';

const stem = (file: string): string => file.replace(/\.[^.]*$/, '');

/** Headers a table of a mapping reads: of each column any of its names. */
export const headersRead = (declared: ImportTable): (string | readonly string[])[] =>
  [
    ...declared.columns.flatMap(({ from, unless, beside }) => [from, unless, beside]),
    isDocumentTable(declared) ? declared.each?.from : undefined,
    declared.when?.from,
  ].filter((from) => from !== undefined);

/** Headers without which a table of a mapping reads nothing. */
const headersNeeded = (declared: ImportTable): (string | readonly string[])[] =>
  [
    ...declared.columns.filter(({ required }) => required).map(({ from }) => from),
    isDocumentTable(declared) ? declared.each?.from : undefined,
    declared.when?.from,
  ].filter((from) => from !== undefined);

/** The tables of the sources that are called as a table of a mapping says: by sheet, else by file. */
function tablesNamed(
  sources: readonly OpenedSource[],
  { files }: ImportTable,
): { readonly source: OpenedSource; readonly table: SourceTable }[] {
  const isNamed = (name: string): boolean => files?.some((pattern) => fitsName(pattern, name)) ?? true;
  return sources.flatMap((source) => {
    const file = stem(source.file);
    const shown = source.tables.filter(({ isHidden }) => !isHidden);
    const bySheet = shown.filter(
      ({ name }) => name !== null && (isNamed(name) || isNamed(`${file}/${name}`)),
    );
    // A workbook may be called as one of its sheets, and have others beside it.
    const named = bySheet.length > 0 ? bySheet : isNamed(file) ? shown.slice(0, 1) : [];
    return named.map((table) => ({ source, table }));
  });
}

/**
 * The tables of the sources that a table of a mapping reads: by sheet, else by file, with the required columns, and
 * with any of its columns.
 */
export const sourceTablesFor = (
  sources: readonly OpenedSource[],
  declared: ImportTable,
): { readonly source: OpenedSource; readonly table: SourceTable }[] =>
  tablesNamed(sources, declared).filter(({ table }) => {
    const isThere = (from: string | readonly string[]): boolean => findColumn(table.header, from) >= 0;
    return isEmpty(table) || (headersNeeded(declared).every(isThere) && headersRead(declared).some(isThere));
  });

/** Whether a JSON file has no objects: its columns are the names in them. */
const isEmpty = ({ header, headerRow, problems }: SourceTable): boolean =>
  headerRow === null && header.length === 0 && problems.every(({ severity }) => severity === 'warning');

/** What a mapping would read a table as, were its columns there: the headers it looks for; null where its name is none. */
export function headersExpected(
  mapping: ImportMapping,
  source: OpenedSource,
  table: SourceTable,
): string[] | null {
  const fitting = mapping.tables.filter(
    (declared) =>
      declared.files !== undefined && tablesNamed([source], declared).some((one) => one.table === table),
  );
  if (fitting.length === 0) return null;
  const needed = fitting.flatMap(headersNeeded);
  const headers = needed.length > 0 ? needed : fitting.flatMap(headersRead);
  return [...new Set(headers.map((from) => [from].flat()[0] as string))];
}

/** Headers of a table that nothing of a mapping knows; none where no table of it says what it ignores. */
export function headersUnknown(mapping: ImportMapping, source: OpenedSource, table: SourceTable): string[] {
  const readers = mapping.tables.filter((declared) =>
    sourceTablesFor([source], declared).some((one) => one.table === table),
  );
  if (readers.every(({ ignores }) => ignores === undefined)) return [];
  const known = new Set(
    readers
      .flatMap((declared) => [...headersRead(declared).flat(), ...(declared.ignores ?? [])])
      .map(normalHeader),
  );
  return table.header.filter((header) => header !== '' && !known.has(normalHeader(header)));
}
