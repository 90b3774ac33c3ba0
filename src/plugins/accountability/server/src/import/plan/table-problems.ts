import type { ImportMapping } from '../mapping/declaration';
import { GENERIC } from '../mapping/generic';
import { headersExpected, headersUnknown } from '../mapping/source-tables';
import type { ImportProblem, Severity } from '../problem';
import { shownList, shownName } from '../shown-list';
import type { OpenedSource, SourceTable } from '../source/source';

/** What was read of the sources. */
export interface TablesRead {
  readonly used: ReadonlySet<SourceTable>;
  /** By table the columns whose texts were taken to be in the language `locale`, which nobody has said. */
  readonly assumed: ReadonlyMap<SourceTable, ReadonlySet<string>>;
  readonly locale: string;
}

/**
 * What is reported of the tables of the sources as a whole: nothing reads them, or not some of their columns, or which
 * language their texts were taken to be in. Pure.
 */
export const tableProblems = (
  mapping: ImportMapping,
  sources: readonly OpenedSource[],
  { used, assumed, locale }: TablesRead,
): ImportProblem[] =>
  sources.flatMap((source) => {
    const isSourceUsed = source.tables.some((table) => used.has(table));
    return source.tables.flatMap((table) =>
      used.has(table)
        ? [
            ...unknownColumns(mapping, source, table),
            ...assumedLanguage(source, table, [...(assumed.get(table) ?? [])], locale),
          ]
        : unusedTable(mapping, source, table, isSourceUsed),
    );
  });

const problemOf = (
  { file }: OpenedSource,
  { name, headerRow }: SourceTable,
  severity: Severity,
  code: string,
  values?: ImportProblem['values'],
  column: string | null = null,
): ImportProblem => ({ severity, code, place: { file, table: name, row: headerRow, column }, values });

const unknownColumns = (mapping: ImportMapping, source: OpenedSource, table: SourceTable): ImportProblem[] =>
  headersUnknown(mapping, source, table).map((column) => {
    const shown = shownName(column);
    return problemOf(source, table, 'warning', 'column-ignored', { column: shown }, column);
  });

/** The columns in the order of the table. */
function assumedLanguage(
  source: OpenedSource,
  table: SourceTable,
  columns: readonly string[],
  language: string,
): ImportProblem[] {
  const found = table.header.filter((header) => columns.includes(header));
  const [first] = found;
  if (first === undefined) return [];
  const values = { columns: shownList(found), language };
  return [problemOf(source, table, 'warning', 'language-assumed', values, first)];
}

function unusedTable(
  mapping: ImportMapping,
  source: OpenedSource,
  table: SourceTable,
  isSourceUsed: boolean,
): ImportProblem[] {
  const isEmpty = table.headerRow === null && table.header.length === 0;
  if (table.isHidden) return isEmpty ? [] : [problemOf(source, table, 'warning', 'sheet-hidden')];
  // An empty sheet beside others is not reported; why nothing else can be read of a file is.
  if (isEmpty) return isSourceUsed ? [] : [...table.problems];
  const ownErrors = table.problems.filter(({ severity }) => severity === 'error');
  if (!isSourceUsed && ownErrors.length > 0) return ownErrors;
  const found = shownList(table.header.filter((header) => header !== ''));
  const expected = headersExpected(mapping, source, table);
  if (expected) {
    return [problemOf(source, table, 'error', 'columns-not-known', { found, expected: shownList(expected) })];
  }
  // A sheet of notes beside the data is no mistake, a file nobody reads is one.
  const severity = isSourceUsed ? 'warning' : 'error';
  return [problemOf(source, table, severity, 'table-not-mapped', { found, names: namesRead(mapping) })];
}

/** What the tables that a mapping reads are called; `none` where it goes by their columns. */
function namesRead({ name, tables }: ImportMapping): string | string[] {
  const names = name === GENERIC ? [] : tables.flatMap(({ files = [] }) => files);
  return names.length === 0 ? 'none' : shownList([...new Set(names)]);
}
