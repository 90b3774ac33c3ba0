import { z } from 'zod';
import { DATA_THEMES } from '../../catalogue/authorities';
import { COLUMN_TYPES, TEXT_FORMATS, type ColumnDeclaration, type DatasetDeclaration } from '../declaration';
import { outputColumns } from '../output-columns';
import { linkedDataProblems } from './linked-data';
import { constraintProblems, referenceProblems, temporalProblems } from './constraints';
import { keySource } from '../row-kinds';
import { place } from '../dataset-texts';
import { parseSourcePath } from '../source-path';
import { emptyTextProblems } from '../../languages/declared-texts';

const SNAKE_CASE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

const words = z.record(z.string(), z.string());

const columnSchema = z.strictObject({
  name: z.string(),
  type: z.enum(COLUMN_TYPES),
  source: z.string(),
  localized: z.boolean().optional(),
  where: z.record(z.string(), z.string()).optional(),
  having: z.string().optional(),
  hasPassed: z.strictObject({ unless: z.string(), isOneOf: z.array(z.string()) }).optional(),
  gives: z.literal('language').optional(),
  separator: z.string().min(1).optional(),
  labels: words,
  description: words,
  values: z.array(z.strictObject({ value: z.string().min(1), labels: words })).optional(),
  filterable: z.boolean().optional(),
  format: z.enum(TEXT_FORMATS).optional(),
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  references: z.strictObject({ dataset: z.string(), column: z.string() }).optional(),
  propertyUrl: z.url().optional(),
});

const datasetsSchema = z.array(
  z.strictObject({
    name: z.string(),
    contentType: z.string(),
    key: z.string(),
    labels: words,
    description: words,
    columns: z.array(columnSchema).min(1),
    where: z.record(z.string(), z.array(z.string()).min(1)).optional(),
    visibleWith: z.string().optional(),
    visibleUnder: z.string().optional(),
    links: z.record(z.string(), z.string().min(1)).optional(),
    about: z
      .strictObject({
        typeAttribute: z.string(),
        idAttribute: z.string(),
        datasets: z.record(z.string(), z.string()),
      })
      .optional(),
    keywords: z.array(words).optional(),
    theme: z.enum(DATA_THEMES).optional(),
    temporal: z.strictObject({ start: z.string(), end: z.string() }).optional(),
    linkedData: z
      .strictObject({
        type: z.url(),
        id: z.string(),
        columns: z
          .record(
            z.string(),
            z.strictObject({ property: z.url().optional(), address: z.string().optional() }),
          )
          .optional(),
      })
      .optional(),
  }),
);

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

function columnProblems(column: ColumnDeclaration): string[] {
  const problems = [
    ...emptyTextProblems(column.labels, 'a label'),
    ...emptyTextProblems(column.description, 'a description'),
  ];
  if (!SNAKE_CASE.test(column.name)) problems.push('the name must be snake_case, such as "start_date"');
  if (!parseSourcePath(column.source)) {
    problems.push(`source "${column.source}" is not a path such as "title", "partners.name" or "ids.a:b"`);
  }
  if (column.type === 'enum' && !column.values?.length) {
    problems.push('type "enum" needs "values": list every value with its labels');
  }
  if (column.type !== 'enum' && column.values) problems.push('"values" belong to type "enum" only');
  for (const { value, labels } of column.values ?? []) {
    problems.push(...emptyTextProblems(labels, `a label of value "${value}"`));
  }
  for (const value of repeated((column.values ?? []).map((entry) => entry.value))) {
    problems.push(`value "${value}" is listed twice; keep one`);
  }
  return [...problems, ...constraintProblems(column)];
}

function datasetProblems(dataset: DatasetDeclaration, languages: readonly string[]): string[] {
  const problems = [
    ...emptyTextProblems(dataset.labels, 'a label'),
    ...emptyTextProblems(dataset.description, 'a description'),
    ...(dataset.keywords ?? []).flatMap((keyword, index) =>
      emptyTextProblems(keyword, `keyword ${index + 1}`),
    ),
    ...temporalProblems(dataset),
    ...linkedDataProblems(dataset),
  ];
  if (!KEBAB_CASE.test(dataset.name)) problems.push('the name must be kebab-case, such as "annual-reports"');
  const key = dataset.columns.find((column) => column.name === dataset.key);
  if (!key) {
    problems.push(`key "${dataset.key}" is none of its columns; declare a column with source "documentId"`);
  } else if (key.source !== keySource(dataset)) {
    problems.push(
      `key "${dataset.key}" must have source "${keySource(dataset)}": numeric ids change at each publish`,
    );
  }
  for (const name of repeated(outputColumns(dataset, languages).map((column) => column.name))) {
    problems.push(`two columns come out as "${name}"; rename one`);
  }
  return [
    ...problems.map((problem) => `${place(dataset.name)}: ${problem}`),
    ...dataset.columns.flatMap((column) =>
      columnProblems(column).map((problem) => `${place(dataset.name, column.name)}: ${problem}`),
    ),
  ];
}

/**
 * Problems of the declarations that need no content types: one sentence per problem, each naming dataset, column
 * and remedy. Empty without problems.
 * @param languages the site's languages, which name the output columns
 */
export function datasetShapeProblems(datasets: unknown, languages: readonly string[]): string[] {
  const parsed = datasetsSchema.safeParse(datasets);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${describePath(datasets, issue.path)}: ${issue.message}`);
  }
  return [
    ...repeated(parsed.data.map((dataset) => dataset.name)).map(
      (name) => `${place(name)}: the name is taken by another dataset; rename one`,
    ),
    ...parsed.data.flatMap((dataset) => [
      ...datasetProblems(dataset, languages),
      ...referenceProblems(dataset, parsed.data),
    ]),
  ];
}

/** Turns `[0, 'columns', 3, 'type']` into names found in the declaration. */
function describePath(datasets: unknown, path: readonly PropertyKey[]): string {
  let at: unknown = datasets;
  const names = path.map((step) => {
    at = (at as Record<PropertyKey, unknown> | undefined)?.[step];
    const name = (at as { name?: unknown } | undefined)?.name;
    return typeof step === 'number' && typeof name === 'string' ? `"${name}"` : String(step);
  });
  return names.length > 0 ? `datasets › ${names.join(' › ')}` : 'datasets';
}
