import type { OpenedSource, SourceTable } from '../source/source';
import { isDocumentTable, type ImportTable } from './declaration';
import { findColumn, fitsName } from './headers';

/** The tables of the sources that a table of a mapping reads: by sheet, else by file, and with the required columns. */
export function sourceTablesFor(
  sources: readonly OpenedSource[],
  declared: ImportTable,
): { readonly source: OpenedSource; readonly table: SourceTable }[] {
  const needed = [
    ...declared.columns.filter(({ required }) => required).map(({ from }) => from),
    isDocumentTable(declared) ? declared.each?.from : undefined,
    declared.when?.from,
  ];
  const isNamed = (name: string): boolean =>
    declared.files?.some((pattern) => fitsName(pattern, name)) ?? true;
  return sources.flatMap((source) => {
    const file = source.file.replace(/\.[^.]*$/, '');
    const bySheet = source.tables.filter(
      ({ name }) => name !== null && (isNamed(name) || isNamed(`${file}/${name}`)),
    );
    // A workbook may be called as one of its sheets, and have others beside it.
    const named = bySheet.length > 0 ? bySheet : isNamed(file) ? source.tables.slice(0, 1) : [];
    return named
      .filter(({ header }) => needed.every((from) => from === undefined || findColumn(header, from) >= 0))
      .map((table) => ({ source, table }));
  });
}
