import type { Precision } from '../../dates/partial-date';
import type { ImportColumn } from '../mapping/declaration';
import type { Target } from '../mapping/target';
import type { SourceValue } from '../source/source';
import { splitParts } from '../values/exported';
import { readDate, type DateReading, type PartialDate } from '../values/read-date';
import { readList, type ListSeparator } from '../values/read-list';
import { shown } from '../values/reading';
import type { ValueProblem } from '../values/result';
import { convertValue, textOf, translated } from './convert-value';
import type { AttributeValue } from './import-document';
import type { RowReading } from './row-reading';

/** A column of a mapping, bound to one of a table. */
export interface BoundColumn {
  readonly declaration: ImportColumn;
  readonly target: Target;
  /** Position in the row; -1 where the value is constant. */
  readonly at: number;
  readonly header: string | null;
  /** Position of the column that says the same more exactly; -1 where there is none. */
  readonly moreExactAt: number;
  readonly locale: string;
  /** Languages dates may be written in, the column's own first. */
  readonly languages: readonly string[];
  /** What all columns of the table write. */
  readonly declared: ReadonlySet<string>;
}

/** Notes what is wrong with the value of a column. */
export const addProblem = (reading: RowReading, { header }: BoundColumn, problem: ValueProblem): void => {
  reading.problems.push({ ...problem, place: { ...reading.place, column: header } });
};

/** Takes the value of a column into what a row says. */
export function takeValue(reading: RowReading, column: BoundColumn, value: SourceValue): void {
  const { target } = column;
  switch (target.kind) {
    case 'document-id':
      reading.documentId = textOf(value)?.trim() || null;
      return;
    case 'updated-at': {
      const moment = converted(reading, column, value, { type: 'datetime' });
      reading.updatedAt = moment === null ? null : new Date(String(moment));
      return;
    }
    case 'scalar': {
      const result = converted(reading, column, value, target.schema);
      if (target.localized) (reading.localized[column.locale] ??= {})[target.attribute] = result;
      else reading.shared[target.attribute] = result;
      return;
    }
    case 'component':
      return takeComponent(reading, column, target, value);
    case 'timeframe':
      return takeTimeframe(reading, column, target.attribute, value);
    case 'relation':
      return takeReferences(reading, column, target, value);
    case 'state':
      return takeState(reading, column, target, value);
  }
}

function converted(
  reading: RowReading,
  column: BoundColumn,
  value: SourceValue,
  schema: Parameters<typeof convertValue>[1],
): AttributeValue {
  const { languages, declaration, target } = column;
  const attribute = 'attribute' in target ? target.attribute : '';
  const result = convertValue(value, schema, declaration, { languages, attribute });
  result.problems.forEach((problem) => addProblem(reading, column, problem));
  return result.value;
}

function setParts(
  reading: RowReading,
  attribute: string,
  parts: Readonly<Record<string, AttributeValue>>,
): void {
  const present = reading.shared[attribute] as Readonly<Record<string, AttributeValue>> | null | undefined;
  reading.shared[attribute] = { ...present, ...parts };
}

function takeComponent(
  reading: RowReading,
  column: BoundColumn,
  { attribute, parts, schemas, repeatable }: Extract<Target, { kind: 'component' }>,
  value: SourceValue,
): void {
  const { declaration } = column;
  const [first = ''] = parts;
  if (!repeatable && parts.length === 1 && schemas[0]?.type === 'date' && declaration.format !== 'exported') {
    return takePartialDate(reading, column, attribute, first, value);
  }
  const valuesOf = (texts: readonly SourceValue[]) =>
    Object.fromEntries(
      parts.map((part, index) => [part, converted(reading, column, texts[index] ?? null, schemas[index]!)]),
    );
  if (!repeatable) {
    const texts = parts.length === 1 ? [value] : splitParts(textOf(value) ?? '', parts.length);
    return setParts(reading, attribute, valuesOf(texts));
  }
  const isLastOptional = schemas.at(-1)?.required !== true;
  const items = listOf(reading, column, value).map((item) =>
    valuesOf(splitParts(item, parts.length, { isLastOptional })),
  );
  const present = reading.shared[attribute];
  reading.shared[attribute] =
    declaration.beside === undefined || !Array.isArray(present)
      ? items
      : completed(reading, column, present as readonly Parts[], parts, items);
}

type Parts = Readonly<Record<string, AttributeValue>>;

/** The items of a list, with what another column says of some of them besides. */
function completed(
  reading: RowReading,
  column: BoundColumn,
  present: readonly Parts[],
  parts: readonly string[],
  items: readonly Parts[],
): Parts[] {
  const empty = Object.fromEntries(parts.map((part) => [part, null]));
  const result: Parts[] = present.map((item) => ({ ...empty, ...item }));
  for (const item of items) {
    const at = result.findIndex((known) =>
      Object.entries(known).every(([part, value]) => value === null || item[part] === value),
    );
    if (at >= 0) result[at] = { ...result[at], ...item };
    else addProblem(reading, column, listsDiffer(column));
  }
  return result;
}

const listsDiffer = ({ header, declaration }: BoundColumn): ValueProblem => ({
  severity: 'error',
  code: 'columns-differ',
  values: { column: header ?? '', other: declaration.unless ?? declaration.beside ?? '' },
});

/** Compares a list with that of the column that says the same more exactly, such as with a scheme before each code. */
export function compareLists(
  reading: RowReading,
  column: BoundColumn,
  value: SourceValue,
  moreExact: SourceValue,
): void {
  const { separators } = column.declaration;
  const [items, others] = [value, moreExact].map((list) => listItems(list, separators).items) as [
    readonly string[],
    readonly string[],
  ];
  const isSame =
    items.length === others.length && items.every((item, at) => others[at]!.endsWith(`:${item}`));
  if (!isSame) addProblem(reading, column, listsDiffer(column));
}

function dateOf(reading: RowReading, column: BoundColumn, value: SourceValue): DateReading | null {
  const { languages, declaration } = column;
  const given = typeof value === 'object' && value !== null && 'day' in value ? value : textOf(value);
  const result = readDate(given, { languages, order: declaration.dateOrder });
  result.problems.forEach((problem) => addProblem(reading, column, problem));
  if (result.value?.note && declaration.note) {
    (reading.localized[column.locale] ??= {})[declaration.note] = result.value.note;
  }
  return result.value;
}

const NO_DATE = { date: null, precision: null };

/** One date of a component, with its precision where no column of the table gives it. */
function takePartialDate(
  reading: RowReading,
  column: BoundColumn,
  attribute: string,
  part: string,
  value: SourceValue,
): void {
  const date = dateOf(reading, column, value);
  if (date === null) return;
  const precisionPart = part.replace(/Date$/, 'Precision');
  const side = /^end/i.test(part) ? date.end : date.start;
  const hasPrecision = precisionPart !== part && !column.declared.has(`${attribute}.${precisionPart}`);
  const { date: day, precision } = side ?? NO_DATE;
  if (
    !hasPrecision &&
    precision !== null &&
    precision !== 'day' &&
    !column.declared.has(`${attribute}.${precisionPart}`)
  ) {
    addProblem(reading, column, {
      severity: 'error',
      code: 'date-needs-day',
      values: { value: shown(textOf(value)) },
    });
    return;
  }
  setParts(reading, attribute, { [part]: day, ...(hasPrecision && { [precisionPart]: precision }) });
}

/** Both dates of a timeframe from one text; a single date is its end. */
function takeTimeframe(
  reading: RowReading,
  column: BoundColumn,
  attribute: string,
  value: SourceValue,
): void {
  const date = dateOf(reading, column, value);
  if (date === null) return;
  const start: PartialDate | null = date.kind === 'single' ? null : date.start;
  setParts(reading, attribute, {
    startDate: start?.date ?? null,
    startPrecision: start?.precision ?? null,
    endDate: date.end?.date ?? null,
    endPrecision: date.end?.precision ?? null,
  });
}

function takeReferences(
  reading: RowReading,
  column: BoundColumn,
  { attribute, contentType, by, toMany }: Extract<Target, { kind: 'relation' }>,
  value: SourceValue,
): void {
  const { declaration, header } = column;
  const isList = declaration.separators !== undefined || Array.isArray(value);
  const items = isList ? listOf(reading, column, value) : [textOf(value) ?? ''];
  const references = (reading.references[attribute] ??= []);
  for (const item of items) {
    const text = translated(item, declaration);
    if (text !== '') references.push({ contentType, by, value: text, column: header });
  }
  if (!toMany && references.length > 1) {
    const values = { value: shown(textOf(value)) };
    addProblem(reading, column, { severity: 'error', code: 'one-reference-only', values });
  }
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
  else if (part === 'state') state.state = translated(text, column.declaration);
  else state.asOf = asOf(reading, column, value);
}

/** The day a state is known for; one that is no single date is not understood. */
function asOf(
  reading: RowReading,
  column: BoundColumn,
  value: SourceValue,
): { date: string; precision: Precision } | null {
  const date = dateOf(reading, column, value);
  if (date === null || date.kind === 'not-specified') return null;
  if (date.kind === 'single' && date.start?.date) {
    return { date: date.start.date, precision: date.start.precision };
  }
  addProblem(reading, column, {
    severity: 'error',
    code: 'date-not-understood',
    values: { value: shown(textOf(value)) },
  });
  return null;
}

function listOf(reading: RowReading, column: BoundColumn, value: SourceValue): readonly string[] {
  const { items, problems } = listItems(value, column.declaration.separators);
  problems.forEach((problem) => addProblem(reading, column, problem));
  return items;
}

/** The items of a list in one cell, without empty ones; a list of JSON as it is. */
export function listItems(
  value: SourceValue,
  separators: readonly ListSeparator[] = [],
): { readonly items: readonly string[]; readonly problems: readonly ValueProblem[] } {
  if (Array.isArray(value)) {
    return {
      items: value.map((item) => textOf(item) ?? '').filter((item) => item.trim() !== ''),
      problems: [],
    };
  }
  const { value: items, problems } = readList(textOf(value) ?? '', { separators });
  return { items: items ?? [], problems };
}
