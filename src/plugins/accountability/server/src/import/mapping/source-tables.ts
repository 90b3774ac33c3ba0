import type { OpenedSource, SourceTable } from '../source/source';
import { isDocumentTable, type ImportTable } from './declaration';
import { findColumn, fitsName } from './headers';

/** The tables of the sources that a table of a mapping reads: by name, and they have the required columns. */
export function sourceTablesFor(
  sources: readonly OpenedSource[],
  declared: ImportTable,
): { readonly source: OpenedSource; readonly table: SourceTable }[] {
  const needed = [
    ...declared.columns.filter(({ required }) => required).map(({ from }) => from),
    isDocumentTable(declared) ? declared.each?.from : undefined,
    declared.when?.from,
  ];
  return sources.flatMap((source) =>
    source.tables
      .filter((table) => {
        const file = source.file.replace(/\.[^.]*$/, '');
        const names = [file, ...(table.name === null ? [] : [table.name, `${file}/${table.name}`])];
        const isNamed =
          declared.files?.some((pattern) => names.some((name) => fitsName(pattern, name))) ?? true;
        return isNamed && needed.every((from) => from === undefined || findColumn(table.header, from) >= 0);
      })
      .map((table) => ({ source, table })),
  );
}
