import type { ModelLookup } from '../../datasets/content-model';
import { isCutText } from '../../export/formats/xlsx/text-cell';
import type { DocumentTable } from '../mapping/declaration';
import { findColumn } from '../mapping/headers';
import { parseTarget, type Target } from '../mapping/target';
import type { SourcePlace } from '../problem';
import type { OpenedSource, SourceRow, SourceTable, SourceValue } from '../source/source';
import { unguarded } from '../values/exported';
import { textOf } from './convert-value';
import { addProblem, compareLists, listItems, takeValue, type BoundColumn } from './take-value';
import { emptyReading, type RowReading } from './row-reading';

/** What `headerOf` finds a column by. */
function namesOf(target: Target, locale: string): string[] {
  if (target.kind === 'document-id') return ['documentId '];
  if (target.kind === 'state') return target.part === 'state' ? [`state(${target.workflow}) `] : [];
  if (!('attribute' in target)) return [];
  if (target.kind === 'component') {
    const { attribute, parts } = target;
    return [`${attribute} `, ...parts.map((part) => `${attribute}.${part} `)];
  }
  return [`${target.attribute} ${target.kind === 'scalar' && target.localized ? locale : ''}`];
}

export interface RowSettings extends Pick<OpenedSource, 'file' | 'format'> {
  /** Of localized attributes whose column names none. */
  readonly locale: string;
  /** Languages dates may be written in. */
  readonly languages: readonly string[];
}

/** Parts of components that a table has columns for: a precision that is given is not worked out. */
const precisionsOf = ({ columns }: DocumentTable): ReadonlySet<string> =>
  new Set(columns.map(({ to }) => to));

/** Reads the rows of one table of a source as documents. */
export interface RowReader {
  /** Attributes the table has columns for. */
  readonly attributes: ReadonlySet<string>;
  /** What the columns of relations find documents by: the attributes, the first to be asked first. */
  readonly references: readonly { readonly contentType: string; readonly by: readonly string[] }[];
  /**
   * Header of the column an attribute, a part of one (`timeframe.endDate`) or `state(workflow)` comes from; of an
   * attribute with several columns the last. Null where there is none.
   */
  headerOf(attribute: string, locale: string | null): string | null;
  read(row: SourceRow): RowReading[];
  /** Headers of columns with texts of a language that neither the header nor the mapping names. */
  readonly withoutLanguage: readonly string[];
  /** Whether the source distinguishes an empty text from none. */
  readonly distinguishesEmptyTexts: boolean;
}

const isEmpty = (value: SourceValue): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * Binds the columns of a mapping to those of a table. Columns the table does not have are left out: what they would
 * write stays as it is.
 * @param locale of localized attributes whose column names none
 */
export function rowReader(
  models: ModelLookup,
  declared: DocumentTable,
  source: Pick<SourceTable, 'header' | 'name'>,
  { file, format, locale, languages }: RowSettings,
): RowReader {
  const { header: headers } = source;
  const positionOf = (name: string | undefined): number =>
    name === undefined ? -1 : findColumn(headers, name);
  const columns = declared.columns.flatMap((declaration): BoundColumn[] => {
    const at = declaration.from === undefined ? -1 : findColumn(headers, declaration.from);
    if (declaration.from !== undefined && at < 0) return [];
    if (declaration.beside !== undefined && positionOf(declaration.beside) < 0) return [];
    const moreExactAt = positionOf(declaration.unless);
    const target = parseTarget(models, declared.contentType, declaration.to);
    // Checked when the application starts.
    if (typeof target === 'string') throw new Error(target);
    const header = at < 0 ? null : (source.header[at] as string);
    const own = declaration.locale ?? locale;
    const asked = [own, ...languages.filter((language) => language !== own)];
    const bound = { declaration, target, at, header, moreExactAt, locale: own, languages: asked };
    return [{ ...bound, declared: precisionsOf(declared) }];
  });
  const each = declared.each && { ...declared.each, at: findColumn(source.header, declared.each.from) };
  const isWanted = rowFilter(declared.when, source.header);
  // Only CSV files of this software have apostrophes before what a spreadsheet would run: at the start of the cell.
  const guarded = new Set(
    format === 'csv'
      ? columns.filter(({ declaration }) => declaration.format === 'exported').map(({ at }) => at)
      : [],
  );
  const cellsOf = (values: SourceRow['values']): SourceRow['values'] =>
    guarded.size === 0
      ? values
      : values.map((value, at) => (typeof value === 'string' && guarded.has(at) ? unguarded(value) : value));

  const found = new Map(
    columns.flatMap(({ target, header, locale: own }) =>
      namesOf(target, own).map((key) => [key, header] as const),
    ),
  );
  return {
    distinguishesEmptyTexts: format !== 'xlsx',
    headerOf(attribute, language) {
      const [whole = ''] = attribute.split('.');
      const names = [attribute, whole].map((name) => `${name} ${language ?? ''}`);
      return found.get(names.find((name) => found.has(name)) ?? '') ?? null;
    },
    references: columns.flatMap(({ target }) => (target.kind === 'relation' ? [target] : [])),
    withoutLanguage: columns.flatMap(({ target, declaration, header, locale: taken }) => {
      const isLocalized = target.kind === 'scalar' && target.localized;
      const isGiven = declaration.locale !== undefined || declaration.headerIn?.includes(taken);
      return isLocalized && !isGiven && header !== null ? [header] : [];
    }),
    attributes: new Set(columns.flatMap(({ target }) => ('attribute' in target ? [target.attribute] : []))),
    read(row) {
      if (!isWanted(row)) return [];
      const place: SourcePlace = { file, table: source.name, row: row.row, column: null };
      if (!each) return [readDocument(columns, row, cellsOf(row.values), place)];
      return listItems(row.values[each.at] ?? null, each.separators).items.map((item) =>
        readDocument(
          columns,
          row,
          cellsOf(row.values.map((value, at) => (at === each.at ? item : value))),
          place,
        ),
      );
    },
  };
}

/** Whether a row is one that a table of a mapping reads. */
export function rowFilter(
  when: DocumentTable['when'],
  header: readonly string[],
): (row: Pick<SourceRow, 'values'>) => boolean {
  if (!when) return () => true;
  const at = findColumn(header, when.from);
  const part = when.contains?.toLowerCase();
  return ({ values }) => {
    const value = values[at] ?? null;
    if (part !== undefined) return textOf(value)?.toLowerCase().includes(part) ?? false;
    return !isEmpty(value);
  };
}

function readDocument(
  columns: readonly BoundColumn[],
  row: SourceRow,
  values: readonly SourceValue[],
  place: SourcePlace,
): RowReading {
  const reading = emptyReading(place);
  reading.problems.push(...row.problems);
  for (const column of columns) {
    const value = column.at < 0 ? (column.declaration.constant ?? null) : (values[column.at] ?? null);
    if (column.declaration.required && isEmpty(value)) {
      addProblem(reading, column, { severity: 'error', code: 'value-required' });
    }
    if (typeof value === 'string' && isCutText(value)) {
      addProblem(reading, column, { severity: 'error', code: 'cell-cut' });
    }
    if (column.moreExactAt < 0) takeValue(reading, column, value);
    else compareLists(reading, column, value, values[column.moreExactAt] ?? null);
  }
  return reading;
}
