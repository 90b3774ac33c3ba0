import type { ModelLookup } from '../../datasets/content-model';
import type { DocumentTable, ImportColumn, ListSeparator } from '../mapping/declaration';
import { findColumn } from '../mapping/headers';
import { parseTarget, type Target } from '../mapping/target';
import type { SourcePlace } from '../problem';
import type { SourceRow, SourceTable, SourceValue } from '../source/source';
import { splitParts, unguarded } from '../values/exported';
import { convertValue, shownValue, textOf } from './convert-value';
import type { AttributeValue } from './import-document';
import { emptyReading, type RowReading } from './row-reading';

interface BoundColumn {
  readonly declaration: ImportColumn;
  readonly target: Target;
  /** Position in the row; -1 where the value is constant. */
  readonly at: number;
  readonly header: string | null;
  readonly locale: string;
}

/** Reads the rows of one table of a source as documents. */
export interface RowReader {
  /** Attributes the table has columns for. */
  readonly attributes: ReadonlySet<string>;
  /** Header of the column an attribute comes from; null where there is none. */
  headerOf(attribute: string, locale: string | null): string | null;
  read(row: SourceRow): RowReading[];
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
  { file, locale }: { readonly file: string; readonly locale: string },
): RowReader {
  const columns = declared.columns.flatMap((declaration): BoundColumn[] => {
    const at = declaration.from === undefined ? -1 : findColumn(source.header, declaration.from);
    if (declaration.from !== undefined && at < 0) return [];
    const target = parseTarget(models, declared.contentType, declaration.to);
    // Checked when the application starts.
    if (typeof target === 'string') throw new Error(target);
    const header = at < 0 ? null : (source.header[at] as string);
    return [{ declaration, target, at, header, locale: declaration.locale ?? locale }];
  });
  const each = declared.each && { ...declared.each, at: findColumn(source.header, declared.each.from) };
  const isWanted = rowFilter(declared.when, source.header);

  const headers = new Map(
    columns.flatMap(({ target, header, locale: language }): [string, string | null][] =>
      'attribute' in target
        ? [[`${target.attribute} ${target.kind === 'scalar' && target.localized ? language : ''}`, header]]
        : [],
    ),
  );
  return {
    headerOf: (attribute, language) => headers.get(`${attribute} ${language ?? ''}`) ?? null,
    attributes: new Set(columns.flatMap(({ target }) => ('attribute' in target ? [target.attribute] : []))),
    read(row) {
      if (!isWanted(row)) return [];
      const place: SourcePlace = { file, table: source.name, row: row.row, column: null };
      if (!each) return [readDocument(columns, row, row.values, place)];
      return listItems(row.values[each.at] ?? null, each.separators).map((item) =>
        readDocument(
          columns,
          row,
          row.values.map((value, at) => (at === each.at ? item : value)),
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
      addProblem(reading, column, { code: 'value-required' });
    }
    take(reading, column, value);
  }
  return reading;
}

const addProblem = (
  reading: RowReading,
  { header }: BoundColumn,
  problem: {
    code: string;
    severity?: 'error' | 'warning';
    values?: Readonly<Record<string, string | number>>;
  },
): void => {
  reading.problems.push({ severity: 'error', ...problem, place: { ...reading.place, column: header } });
};

function take(reading: RowReading, column: BoundColumn, value: SourceValue): void {
  const { target, declaration } = column;
  switch (target.kind) {
    case 'document-id':
      reading.documentId = textOf(value)?.trim() || null;
      return;
    case 'updated-at': {
      const { value: moment, problems } = convertValue(value, { type: 'datetime' }, declaration);
      problems.forEach((problem) => addProblem(reading, column, problem));
      reading.updatedAt = moment === null ? null : new Date(String(moment));
      return;
    }
    case 'scalar': {
      const converted = convertValue(value, target.schema, declaration);
      converted.problems.forEach((problem) => addProblem(reading, column, problem));
      if (target.localized) (reading.localized[column.locale] ??= {})[target.attribute] = converted.value;
      else reading.shared[target.attribute] = converted.value;
      return;
    }
    case 'component':
      return takeComponent(reading, column, target, value);
    case 'relation': {
      const items =
        declaration.separators || Array.isArray(value)
          ? listItems(value, declaration.separators)
          : [textOf(value) ?? ''];
      const references = (reading.references[target.attribute] ??= []);
      for (const item of items) {
        const text = declaration.format === 'exported' && target.by !== 'documentId' ? unguarded(item) : item;
        if (text.trim() === '') continue;
        references.push({
          contentType: target.contentType,
          by: target.by,
          value: text.trim(),
          column: column.header,
        });
      }
      if (!target.toMany && references.length > 1) {
        addProblem(reading, column, {
          code: 'one-reference-only',
          values: { value: shownValue(textOf(value)) },
        });
      }
      return;
    }
    case 'state':
      return takeState(reading, column, target, value);
    case 'timeframe':
      return;
  }
}

function takeComponent(
  reading: RowReading,
  column: BoundColumn,
  { attribute, parts, schemas, repeatable }: Extract<Target, { kind: 'component' }>,
  value: SourceValue,
): void {
  const toPart = (text: string | null, index: number): AttributeValue => {
    const converted = convertValue(text, schemas[index]!, column.declaration);
    converted.problems.forEach((problem) => addProblem(reading, column, problem));
    return converted.value;
  };
  if (!repeatable) {
    const texts = parts.length === 1 ? [textOf(value)] : splitParts(textOf(value) ?? '', parts.length);
    const given = Object.fromEntries(parts.map((part, index) => [part, toPart(texts[index] ?? null, index)]));
    const present = reading.shared[attribute] as Readonly<Record<string, AttributeValue>> | null | undefined;
    reading.shared[attribute] = { ...present, ...given };
    return;
  }
  const items = listItems(value, column.declaration.separators);
  reading.shared[attribute] = items.map((item, position) => {
    const text = position === 0 && column.declaration.format === 'exported' ? unguarded(item) : item;
    const texts = splitParts(text, parts.length);
    return Object.fromEntries(parts.map((part, index) => [part, toPart(texts[index] ?? null, index)]));
  });
}

function takeState(
  reading: RowReading,
  column: BoundColumn,
  { workflow, part }: Extract<Target, { kind: 'state' }>,
  value: SourceValue,
): void {
  const state = (reading.states[workflow] ??= { state: null, asOf: null, reason: null });
  const text = textOf(value)?.trim() || null;
  if (text === null) return;
  if (part === 'reason') state.reason = text;
  else if (part === 'state') {
    const word = text.toLowerCase();
    const words = Object.entries(column.declaration.values ?? {});
    state.state = words.find(([known]) => known.trim().toLowerCase() === word)?.[1] ?? text;
  }
}

const LINE_BREAK = /\r\n|[\r\n]/;
const BR = /<br\s*\/?>/i;

/** The items of a list in one cell, without empty ones; a list of JSON as it is. */
export function listItems(value: SourceValue, separators: readonly ListSeparator[] = []): string[] {
  if (Array.isArray(value))
    return value.map((item) => textOf(item) ?? '').filter((item) => item.trim() !== '');
  const text = textOf(value);
  if (text === null || text.trim() === '') return [];
  let items = [text];
  for (const separator of separators) {
    const by = separator === 'br' ? BR : separator === 'newline' ? LINE_BREAK : separator;
    items = items.flatMap((item) => item.split(by));
  }
  return items.map((item) => item.trim()).filter(Boolean);
}
