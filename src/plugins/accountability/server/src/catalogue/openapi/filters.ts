import { outputColumns, type OutputColumn } from '../../datasets/output-columns';
import type { DatasetDeclaration } from '../../datasets/declaration';
import { isFilterable, MAX_TEXT, MAX_VALUES, OPERATORS_OF } from '../../export/query';
import type { ApiContext, JsonSchema } from './part';
import { say } from './words';

/** Schema of one value of a filter on the column. */
export function valueSchema({ declaration }: OutputColumn): JsonSchema {
  switch (declaration.type) {
    case 'integer':
      return { type: 'integer', format: 'int32' };
    case 'number':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'datetime':
      return { type: 'string', format: 'date-time' };
    case 'enum':
      return { type: 'string', enum: (declaration.values ?? []).map(({ value }) => value) };
    default:
      return { type: 'string', minLength: 1, maxLength: MAX_TEXT };
  }
}

/** The columns a request may name: those of all languages, and the unsuffixed names of a single language. */
export function namedColumns(dataset: DatasetDeclaration, languages: readonly string[]): OutputColumn[] {
  const columns = outputColumns(dataset, languages);
  if (languages.length === 1) return columns;
  const short = outputColumns(dataset, languages, languages[0]).filter((column) => column.locale !== null);
  return [...columns, ...short];
}

/** Whether the column has this name only where `locale` is given. */
const needsLocale = ({ name, declaration }: OutputColumn, languages: readonly string[]): boolean =>
  declaration.localized === true && name === declaration.name && languages.length > 1;

/** Every filter of a dataset as a parameter of its own: `filters[start_date][$gte]`. */
export function filterParameters({ catalogue, language }: ApiContext, dataset: DatasetDeclaration): object[] {
  const { languages } = catalogue.config;
  return namedColumns(dataset, languages)
    .filter(isFilterable)
    .flatMap((column) =>
      OPERATORS_OF[column.declaration.type].map((operator) => ({
        name: `filters[${column.name}][${operator}]`,
        in: 'query',
        description: say(language, `filter.${operator.slice(1)}`, {
          label: column.declaration.labels[language] ?? column.name,
          note: needsLocale(column, languages) ? say(language, 'filter.withLocale') : '',
        }).trim(),
        schema:
          operator === '$in'
            ? { type: 'array', items: valueSchema(column), minItems: 1, maxItems: MAX_VALUES }
            : valueSchema(column),
      })),
    );
}
