import type { ImportMapping } from '../mapping/declaration';
import { findColumn } from '../mapping/headers';
import { sourceTablesFor } from '../mapping/source-tables';
import type { ImportProblem } from '../problem';
import type { OpenedSource } from '../source/source';

/** Warnings of columns that a mapping reads and that a sheet does not have: what they would write stays as it is. */
export function columnsNotThere(
  { tables }: Pick<ImportMapping, 'tables'>,
  sources: readonly OpenedSource[],
): ImportProblem[] {
  return tables.flatMap((declared) =>
    sourceTablesFor(sources, declared).flatMap(({ source, table }) =>
      declared.columns.flatMap(({ from }): ImportProblem[] => {
        if (from === undefined || findColumn(table.header, from) >= 0) return [];
        const column = [from].flat()[0] as string;
        return [
          {
            severity: 'warning',
            code: 'column-not-there',
            place: { file: source.file, table: table.name, row: table.headerRow, column: null },
            values: { column },
          },
        ];
      }),
    ),
  );
}
