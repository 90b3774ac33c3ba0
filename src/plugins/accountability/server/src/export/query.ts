import { z } from 'zod';
import { parameterName } from '../http/inherited-names';
import { outputColumns, type OutputColumn } from '../datasets/output-columns';
import type { ColumnType, DatasetDeclaration } from '../datasets/declaration';
import { ProblemError, type ParameterError } from '../http/problem-details';
import type { Format } from './formats/format';
import { ABOUT_DATASET, isLinkSource } from '../datasets/row-kinds';
import type { Filter, Operator } from './source/filter';

/** Maximum values of one `$in`. */
export const MAX_VALUES = 200;
/** Maximum characters of a text in a filter. */
export const MAX_TEXT = 1000;
const MAX_INTEGER = 2_147_483_647;

/** An export request, validated against the declaration. */
export interface ExportQuery {
  readonly locale: string | null;
  readonly columns: readonly OutputColumn[];
  readonly filters: readonly Filter[];
  /** The format's own parameters. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

const text = z
  .string()
  .min(1)
  .max(MAX_TEXT)
  .regex(/^[^\0]*$/);
const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .transform(Number)
  .refine(Number.isFinite);
const integer = z
  .string()
  .regex(/^-?\d{1,10}$/)
  .transform(Number)
  .refine((value) => Math.abs(value) <= MAX_INTEGER);

/** Operators of a column's type, and the schema of one value. The error message names the type. */
function valueSchema({ declaration }: OutputColumn): z.ZodType<string | number | boolean> {
  switch (declaration.type) {
    case 'integer':
      return integer;
    case 'number':
      return decimal;
    case 'boolean':
      return z.enum(['true', 'false']).transform((value) => value === 'true');
    case 'date':
      return z.iso.date();
    case 'datetime':
      return z.iso.datetime({ offset: true });
    case 'enum':
      return z.enum((declaration.values ?? []).map(({ value }) => value));
    default:
      return text;
  }
}

/** The operators a filter on a column of the type may have. */
export const OPERATORS_OF: Readonly<Record<ColumnType, readonly Operator[]>> = {
  string: ['$eq', '$in', '$contains'],
  text: ['$eq', '$in', '$contains'],
  enum: ['$eq', '$in'],
  integer: ['$eq', '$in', '$gte', '$lte'],
  number: ['$eq', '$in', '$gte', '$lte'],
  boolean: ['$eq'],
  date: ['$eq', '$in', '$gte', '$lte'],
  datetime: ['$eq', '$in', '$gte', '$lte'],
};

/** qs parses a long list as an object with numeric keys, a single value as itself. */
function asList(value: unknown): unknown {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value);
    if (entries.every(([key]) => /^\d+$/.test(key))) return entries.map(([, item]) => item);
  }
  return value;
}

function columnFilterSchema(column: OutputColumn) {
  const value = valueSchema(column);
  const shape = Object.fromEntries(
    OPERATORS_OF[column.declaration.type].map((operator) => [
      operator,
      operator === '$in'
        ? z.preprocess(asList, z.array(value).min(1).max(MAX_VALUES)).optional()
        : value.transform((single) => [single]).optional(),
    ]),
  );
  return z.strictObject(shape).refine((operators) => Object.keys(operators).length > 0);
}

/** Whether the column may be used in `filters[…]`. */
export const isFilterable = ({ declaration }: Pick<OutputColumn, 'declaration'>): boolean =>
  // Filters select documents; the columns of a link are not part of the document.
  declaration.filterable !== false && !isLinkSource(declaration.source);

/** The one schema of an export's query string, derived from the declaration. */
function querySchema(columns: readonly OutputColumn[], languages: readonly string[], format: Format) {
  const names = columns.map((column) => column.name);
  return z.strictObject({
    locale: z.enum(languages).optional(),
    fields: z
      .string()
      .transform((list) => list.split(',').map((field) => field.trim()))
      .pipe(z.array(z.enum(names)))
      .optional(),
    filters: z
      .strictObject(
        Object.fromEntries(
          columns.filter(isFilterable).map((column) => [column.name, columnFilterSchema(column).optional()]),
        ),
      )
      .optional(),
    ...Object.fromEntries(
      Object.entries(format.parameters(z)).map(([parameter, schema]) => [parameter, schema.optional()]),
    ),
  });
}

/**
 * Validates a request's query string, as parsed by qs, against the dataset's declaration.
 * @throws ProblemError 400 that names every invalid parameter
 */
export function parseExportQuery(
  query: unknown,
  dataset: DatasetDeclaration,
  languages: readonly string[],
  format: Format,
): ExportQuery {
  const asked = (query as { locale?: unknown } | null)?.locale;
  // With an unknown language the other parameters are still validated, against the columns of all languages.
  const locale = typeof asked === 'string' && languages.includes(asked) ? asked : null;
  const { columns, schema } = expected(dataset, languages, format, locale);
  const parsed = schema.safeParse(query);
  if (!parsed.success) {
    const parameters = ['locale', 'fields', 'filters', ...Object.keys(format.parameters(z))];
    throw new ProblemError('invalid-query', {
      errors: parsed.error.issues.flatMap((issue) =>
        parameterErrors(issue, query, columns, parameters, languages),
      ),
    });
  }
  const { locale: _locale, fields, filters, ...parameters } = parsed.data;
  return {
    locale,
    columns: chosenColumns(columns, fields as readonly string[] | undefined),
    filters: filterList(columns, (filters ?? {}) as FilterInput).map((one) => ofStoredType(dataset, one)),
    parameters,
  };
}

interface Expected {
  readonly columns: readonly OutputColumn[];
  readonly schema: ReturnType<typeof querySchema>;
}

/** By dataset, then by format and language: building a schema costs more than the rest of a small response. */
const known = new WeakMap<DatasetDeclaration, Map<string, Expected>>();

function expected(
  dataset: DatasetDeclaration,
  languages: readonly string[],
  format: Format,
  locale: string | null,
): Expected {
  const ofDataset = known.get(dataset) ?? new Map<string, Expected>();
  known.set(dataset, ofDataset);
  const key = JSON.stringify([format.extension, locale, languages]);
  let found = ofDataset.get(key);
  if (!found) {
    const columns = outputColumns(dataset, languages, locale ?? undefined);
    found = { columns, schema: querySchema(columns, languages, format) };
    ofDataset.set(key, found);
  }
  return found;
}

type FilterInput = Record<
  string,
  Record<string, readonly (string | number | boolean)[] | undefined> | undefined
>;

/** In the requested order, without duplicates. */
function chosenColumns(columns: readonly OutputColumn[], fields: readonly string[] | undefined) {
  if (!fields) return columns;
  return [...new Set(fields)].flatMap((field) => columns.filter((column) => column.name === field));
}

function filterList(columns: readonly OutputColumn[], input: FilterInput): Filter[] {
  return columns.flatMap((column) =>
    Object.entries(input[column.name] ?? {}).flatMap(([operator, values]) =>
      values ? [{ column, operator: operator as Operator, values }] : [],
    ),
  );
}

/** A filter by the dataset a row is about, as one by the stored content types of that dataset. */
function ofStoredType({ about }: DatasetDeclaration, filter: Filter): Filter {
  const { column, values } = filter;
  if (!about || column.declaration.source !== ABOUT_DATASET) return filter;
  const types = Object.entries(about.datasets).filter(([, dataset]) => values.includes(dataset));
  return {
    column: { ...column, declaration: { ...column.declaration, source: about.typeAttribute } },
    operator: '$in',
    values: types.map(([contentType]) => contentType),
  };
}

/** One entry per invalid parameter, its message by key, to be rendered in the reader's language. */
function parameterErrors(
  issue: z.core.$ZodIssue,
  query: unknown,
  columns: readonly OutputColumn[],
  known: readonly string[],
  languages: readonly string[],
): ParameterError[] {
  const [parameter, columnName] = issue.path;
  const column = columns.find(({ name }) => name === columnName);
  const names = columns.map(({ name }) => name);

  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const at = parameterName([...issue.path, key]);
      if (parameter === undefined) return { parameter: at, key: 'unknown-parameter', known };
      if (column)
        return { parameter: at, key: 'unknown-operator', known: OPERATORS_OF[column.declaration.type] };
      const isKnownColumn = names.includes(key);
      return isKnownColumn
        ? {
            parameter: at,
            key: 'not-filterable',
            known: columns.filter(isFilterable).map(({ name }) => name),
          }
        : {
            parameter: at,
            key: 'unknown-column',
            known: columns.filter(isFilterable).map(({ name }) => name),
          };
    });
  }
  if (parameter === 'locale') return [{ parameter: 'locale', key: 'unknown-locale', known: languages }];
  if (parameter === 'fields') {
    const index = issue.path[1];
    const field = String((query as { fields?: unknown }).fields)
      .split(',')
      [Number(index)]?.trim();
    return typeof index === 'number'
      ? [{ parameter: 'fields', key: 'unknown-field', received: field ?? '', known: names }]
      : [{ parameter: 'fields', key: 'fields-once' }];
  }
  const at = parameterName(issue.path);
  if (parameter === 'filters' && !column) return [{ parameter: at, key: 'filters-shape' }];
  if (!column) return [{ parameter: at, key: 'invalid-value', known: allowedValues(issue) }];
  if (issue.path.length === 2)
    return [{ parameter: at, key: 'operator-missing', known: OPERATORS_OF[column.declaration.type] }];
  if (issue.code === 'too_big' && issue.origin === 'array') {
    return [{ parameter: at, key: 'too-many-values', received: String(MAX_VALUES) }];
  }
  const { type, values } = column.declaration;
  return [{ parameter: at, key: `not-${type}`, known: values?.map(({ value }) => value) ?? [] }];
}

const allowedValues = (issue: z.core.$ZodIssue): readonly string[] =>
  issue.code === 'invalid_value' ? issue.values.map(String) : [];
